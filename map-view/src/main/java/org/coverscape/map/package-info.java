/** A map component: what part of the world is seen, and where on the screen it lies. */
@NullMarked
package org.coverscape.map;

import org.jspecify.annotations.NullMarked;
