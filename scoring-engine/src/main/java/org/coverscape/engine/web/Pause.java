package org.coverscape.engine.web;

import java.time.Duration;

/** Waits between two tries. Tests wait in no time. */
@FunctionalInterface
interface Pause {
  /**
   * Waits.
   *
   * @return whether to go on; not so when the client was closed meanwhile
   */
  boolean await(Duration time) throws InterruptedException;
}
