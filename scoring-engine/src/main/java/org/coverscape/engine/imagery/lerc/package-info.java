/**
 * LERC, "limited error raster compression", of both kinds: LERC 1 and LERC 2 (versions 1 to 6).
 * Knows nothing of files: bytes in, samples out.
 */
@NullMarked
package org.coverscape.engine.imagery.lerc;

import org.jspecify.annotations.NullMarked;
