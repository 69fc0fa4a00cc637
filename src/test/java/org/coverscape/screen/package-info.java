/** The window as a user sees it: a real one, on a display, with mouse and keys. */
@NullMarked
package org.coverscape.screen;

import org.jspecify.annotations.NullMarked;
