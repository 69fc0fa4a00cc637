/** Tests of the package of the same name, without a screen. */
@NullMarked
package org.coverscape.app.geo;

import org.jspecify.annotations.NullMarked;
