/** Tests of areas, and the maps they are tried on. */
@NullMarked
package org.coverscape.engine.analysis;

import org.jspecify.annotations.NullMarked;
