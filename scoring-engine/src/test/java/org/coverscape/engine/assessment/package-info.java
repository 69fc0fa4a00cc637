/** Tests of agreement with other maps, held against sums by hand and against GDAL. */
@NullMarked
package org.coverscape.engine.assessment;

import org.jspecify.annotations.NullMarked;
