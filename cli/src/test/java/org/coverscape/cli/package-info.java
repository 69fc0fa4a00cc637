/** Tests of the command line. */
@NullMarked
package org.coverscape.cli;

import org.jspecify.annotations.NullMarked;
