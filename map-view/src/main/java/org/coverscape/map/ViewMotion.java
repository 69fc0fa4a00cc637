package org.coverscape.map;

/** A movement of the view that goes on from frame to frame. */
interface ViewMotion {
  /** The view some seconds after the last frame. */
  Viewport next(Viewport current, double seconds);

  /** Whether the movement has come to rest. */
  boolean done();
}
