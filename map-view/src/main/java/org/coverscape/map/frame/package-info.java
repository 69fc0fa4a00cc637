/** Layers that are painted off the JavaFX thread into a picture somewhat larger than the screen. */
@NullMarked
package org.coverscape.map.frame;

import org.jspecify.annotations.NullMarked;
