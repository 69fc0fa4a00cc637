/** Tests of the package. */
@NullMarked
package org.coverscape.engine.imagery.mrf;

import org.jspecify.annotations.NullMarked;
