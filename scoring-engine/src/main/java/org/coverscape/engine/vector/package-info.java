/** Features in files: GeoJSON, shapefiles, KML and well-known text, read into plain values. */
@NullMarked
package org.coverscape.engine.vector;

import org.jspecify.annotations.NullMarked;
