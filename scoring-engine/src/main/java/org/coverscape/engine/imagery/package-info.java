/**
 * Aerial images: what they are, where they lie, how their pixels are read and brought to the grid.
 */
@NullMarked
package org.coverscape.engine.imagery;

import org.jspecify.annotations.NullMarked;
