/** Layers of outlines and areas. */
@NullMarked
package org.coverscape.map.vector;

import org.jspecify.annotations.NullMarked;
