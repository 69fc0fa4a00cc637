/** Layers of square pictures: where they come from, where they are kept, how they are drawn. */
@NullMarked
package org.coverscape.map.tile;

import org.jspecify.annotations.NullMarked;
