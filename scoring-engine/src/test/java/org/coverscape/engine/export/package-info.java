/** Tests of the files of a map, held against GDAL where it is installed. */
@NullMarked
package org.coverscape.engine.export;

import org.jspecify.annotations.NullMarked;
