package org.coverscape.map.frame;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.coverscape.map.MapMemory;

/**
 * Says what goes wrong while a layer is painted: in one plain sentence, once per kind of fault.
 * What nobody expected is also logged with its trace. Any thread.
 */
final class FrameFaults {
  private static final Logger LOG = Logger.getLogger(FrameFaults.class.getName());

  private final String layer;
  private final Consumer<String> listener;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * Nothing has gone wrong yet.
   *
   * @param layer what people call the layer
   * @param listener called on whatever thread meets the fault
   */
  FrameFaults(String layer, Consumer<String> listener) {
    this.layer = layer;
    this.listener = listener;
  }

  /** Tells of a fault unless one of its kind has been told of. */
  void tell(Throwable fault) {
    if (!told.add(fault.getClass().getName())) {
      return;
    }
    if (fault instanceof OutOfMemoryError) {
      listener.accept(MapMemory.FULL);
    } else {
      LOG.log(Level.WARNING, "the layer " + layer + " cannot be painted", fault);
      listener.accept(
          "The layer \u201c"
              + layer
              + "\u201d cannot be drawn here; move the map or hide the layer.");
    }
  }
}
