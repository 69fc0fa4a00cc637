/** Bytes of files by position, wherever they lie. */
@NullMarked
package org.coverscape.engine.imagery.bytes;

import org.jspecify.annotations.NullMarked;
