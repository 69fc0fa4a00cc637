/** A grid of coloured cells in any projection, that changes while it is looked at. */
@NullMarked
package org.coverscape.map.cell;

import org.jspecify.annotations.NullMarked;
