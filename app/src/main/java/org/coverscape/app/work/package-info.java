/** Work away from the screen's thread, and its way back. */
@NullMarked
package org.coverscape.app.work;

import org.jspecify.annotations.NullMarked;
