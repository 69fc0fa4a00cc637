/** The command line: the verbs, what they print, how they exit. */
@NullMarked
package org.coverscape.cli;

import org.jspecify.annotations.NullMarked;
