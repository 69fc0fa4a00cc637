/** Pictures of the imagery for a map: any ground, any zoom, fast enough to pan. */
@NullMarked
package org.coverscape.engine.picture;

import org.jspecify.annotations.NullMarked;
