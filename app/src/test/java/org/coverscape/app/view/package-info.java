/** Tests of the package of the same name, without a screen. */
@NullMarked
package org.coverscape.app.view;

import org.jspecify.annotations.NullMarked;
