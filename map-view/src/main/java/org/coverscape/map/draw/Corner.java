package org.coverscape.map.draw;

/**
 * A corner of a sketch, or with {@code between} the middle of the side that begins at it.
 *
 * @param polygon which polygon
 * @param ring which of its rings
 * @param index which point of the ring
 * @param between whether the middle of the side to the next corner is meant
 */
record Corner(int polygon, int ring, int index, boolean between) {}
