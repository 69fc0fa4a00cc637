/**
 * Writing georeferenced rasters: tiled, compressed GeoTIFF files, in one pass and bounded memory.
 */
@NullMarked
package org.coverscape.engine.raster;

import org.jspecify.annotations.NullMarked;
