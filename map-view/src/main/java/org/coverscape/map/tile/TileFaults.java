package org.coverscape.map.tile;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.coverscape.map.MapMemory;

/**
 * Says what goes wrong while tiles are loaded: in one plain sentence, once per kind of fault. What
 * nobody expected is also logged with its trace. Any thread.
 */
final class TileFaults {
  private static final Logger LOG = Logger.getLogger(TileFaults.class.getName());
  private static final String UNKNOWN =
      "Part of the map picture cannot be drawn; it is tried again while you go on.";

  private final Consumer<String> listener;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Nothing has gone wrong yet; the listener is called on whatever thread meets the fault. */
  TileFaults(Consumer<String> listener) {
    this.listener = listener;
  }

  /** Tells of a fault unless one of its kind has been told of. */
  void tell(Throwable fault) {
    if (!told.add(fault.getClass().getName())) {
      return;
    }
    if (fault instanceof IOException) {
      String message = fault.getMessage();
      listener.accept(message == null ? UNKNOWN : message);
    } else if (fault instanceof OutOfMemoryError) {
      listener.accept(MapMemory.FULL);
    } else {
      LOG.log(Level.WARNING, "a tile cannot be drawn", fault);
      listener.accept(UNKNOWN);
    }
  }
}
