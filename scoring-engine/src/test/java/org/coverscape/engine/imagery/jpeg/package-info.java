/** Tests of the JPEG decoder. */
@NullMarked
package org.coverscape.engine.imagery.jpeg;

import org.jspecify.annotations.NullMarked;
