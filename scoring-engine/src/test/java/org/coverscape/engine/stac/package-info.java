/** Tests of imagery found by STAC. */
@NullMarked
package org.coverscape.engine.stac;

import org.jspecify.annotations.NullMarked;
