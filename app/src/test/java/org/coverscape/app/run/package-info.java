/** Tests of the package of the same name, without a screen. */
@NullMarked
package org.coverscape.app.run;

import org.jspecify.annotations.NullMarked;
