/** How far a map can be trusted: its agreement with another map of the same ground. */
@NullMarked
package org.coverscape.engine.assessment;

import org.jspecify.annotations.NullMarked;
