/** A made-up scene with all kinds of layers, to be looked at and to be measured. */
@NullMarked
package org.coverscape.map.scene;

import org.jspecify.annotations.NullMarked;
