/** Tests of how the window is opened. */
@NullMarked
package org.coverscape.cli.window;

import org.jspecify.annotations.NullMarked;
