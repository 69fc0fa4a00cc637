/** Runs parsers on damaged input; see {@link org.coverscape.engine.fuzz.FuzzTarget}. */
@NullMarked
package org.coverscape.engine.fuzz;

import org.jspecify.annotations.NullMarked;
