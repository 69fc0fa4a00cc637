package org.coverscape.map;

/**
 * A click on the map that no tool wanted for itself.
 *
 * @param ground where
 * @param tolerance how far off a thing may be to count as hit: 4 pixels, in metres of the map
 * @param clicks 1 for a click, 2 for the second of a double click
 * @param shift whether the shift key was down
 */
public record GroundClick(MapPoint ground, double tolerance, int clicks, boolean shift) {}
