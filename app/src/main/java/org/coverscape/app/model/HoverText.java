package org.coverscape.app.model;

/**
 * What the map says of the ground under the mouse.
 *
 * @param landCover class and confidence, such as {@code forested 0.93}
 * @param imagery the date of the imagery it was told from
 */
public record HoverText(String landCover, String imagery) {}
