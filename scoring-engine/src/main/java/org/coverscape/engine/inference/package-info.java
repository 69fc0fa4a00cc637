/** Services that answer for chips, and the pool that spreads chips over them. */
@NullMarked
package org.coverscape.engine.inference;

import org.jspecify.annotations.NullMarked;
