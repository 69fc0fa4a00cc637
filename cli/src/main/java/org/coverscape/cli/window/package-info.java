/** How the command line opens the window: a program of its own that the launcher names. */
@NullMarked
package org.coverscape.cli.window;

import org.jspecify.annotations.NullMarked;
