/** Turns a map into files that other programs read: rasters, polygons, tables, pictures. */
@NullMarked
package org.coverscape.engine.export;

import org.jspecify.annotations.NullMarked;
