/** The window: what is drawn and clicked. */
@NullMarked
package org.coverscape.app.view;

import org.jspecify.annotations.NullMarked;
