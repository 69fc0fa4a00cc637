/** Classes, scores and the map they make. */
@NullMarked
package org.coverscape.engine.landcover;

import org.jspecify.annotations.NullMarked;
