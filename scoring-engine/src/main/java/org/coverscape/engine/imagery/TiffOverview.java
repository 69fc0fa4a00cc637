package org.coverscape.engine.imagery;

import java.util.Optional;

/**
 * A smaller version of a TIFF's first image, in a directory behind it.
 *
 * @param shape size and kind of the pixels
 * @param layout where they are stored
 * @param mask which of the pixels are valid, where the file says so
 */
public record TiffOverview(TiffShape shape, TiffLayout layout, Optional<TiffMask> mask) {}
