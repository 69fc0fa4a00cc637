/** Outlines drawn by hand, the tools for it, and the lens. */
@NullMarked
package org.coverscape.map.draw;

import org.jspecify.annotations.NullMarked;
