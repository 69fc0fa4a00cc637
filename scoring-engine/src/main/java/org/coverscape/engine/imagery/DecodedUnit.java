package org.coverscape.engine.imagery;

import java.util.List;
import org.coverscape.engine.region.PixelWindow;

/**
 * Pixels of an image that were unpacked together.
 *
 * @param window where they lie
 * @param rgb their bytes; there may be more, which mean nothing
 * @param broken the blocks among them that could not be read
 */
record DecodedUnit(PixelWindow window, byte[] rgb, List<PixelWindow> broken) {}
