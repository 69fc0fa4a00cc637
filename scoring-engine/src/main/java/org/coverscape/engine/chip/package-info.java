/** The grid on the ground and the chips cut along it. */
@NullMarked
package org.coverscape.engine.chip;

import org.jspecify.annotations.NullMarked;
