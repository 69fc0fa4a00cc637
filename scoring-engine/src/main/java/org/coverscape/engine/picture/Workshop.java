package org.coverscape.engine.picture;

import java.util.function.LongSupplier;
import org.coverscape.engine.imagery.RasterReader;

/**
 * What the images of a map share.
 *
 * @param opener opens the files
 * @param pool the open files
 * @param units the unpacked pixels
 * @param folder small versions of images
 * @param queue makes them
 * @param way lets pictures go before the queue
 * @param nanos a clock, as {@link System#nanoTime}
 */
record Workshop(
    RasterReader.Opener opener,
    ReaderPool pool,
    UnitStore units,
    PyramidFolder folder,
    PyramidQueue queue,
    RightOfWay way,
    LongSupplier nanos) {}
