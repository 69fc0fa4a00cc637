/** Unpacks the stored blocks of TIFF images, tiles or strips, straight into pixels. */
@NullMarked
package org.coverscape.engine.imagery.block;

import org.jspecify.annotations.NullMarked;
