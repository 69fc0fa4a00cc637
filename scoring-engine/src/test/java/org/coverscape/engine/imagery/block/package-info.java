/** Tests of the unpacking of blocks. */
@NullMarked
package org.coverscape.engine.imagery.block;

import org.jspecify.annotations.NullMarked;
