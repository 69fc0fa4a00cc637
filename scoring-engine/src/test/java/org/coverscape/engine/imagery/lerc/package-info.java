/** Tests of the package. */
@NullMarked
package org.coverscape.engine.imagery.lerc;

import org.jspecify.annotations.NullMarked;
