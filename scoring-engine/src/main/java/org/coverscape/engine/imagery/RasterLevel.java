package org.coverscape.engine.imagery;

/**
 * One of the sizes at which the pixels of an image are stored.
 *
 * @param width columns
 * @param height rows
 * @param blockWidth width of the blocks of pixels that are best read together
 * @param blockHeight height of those blocks
 */
public record RasterLevel(int width, int height, int blockWidth, int blockHeight) {}
