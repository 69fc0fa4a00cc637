/** What the programs say of themselves. */
@NullMarked
package org.coverscape.engine.about;

import org.jspecify.annotations.NullMarked;
