package org.coverscape.service;

import java.lang.reflect.InvocationTargetException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes this process deaf to Ctrl-C and to a closed terminal: these reach every process of the
 * terminal at once, and an embedded service must still answer while its parent stops in order.
 */
final class TerminalSignals {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalSignals.class);

  private TerminalSignals() {}

  static void ignore() {
    ignore("INT");
    ignore("HUP");
  }

  /** By reflection: {@code sun.misc.Signal} is supported, but naming it is a compiler warning. */
  private static void ignore(String signal) {
    try {
      Class<?> signals = Class.forName("sun.misc.Signal");
      Class<?> handlers = Class.forName("sun.misc.SignalHandler");
      Object ignored = handlers.getField("SIG_IGN").get(null);
      signals
          .getMethod("handle", signals, handlers)
          .invoke(null, signals.getConstructor(String.class).newInstance(signal), ignored);
    } catch (InvocationTargetException e) { // Windows has no HUP
      LOG.debug("The signal {} cannot be ignored here.", signal, e);
    } catch (ReflectiveOperationException e) {
      LOG.warn("This Java does not let signals be ignored.", e);
    }
  }
}
