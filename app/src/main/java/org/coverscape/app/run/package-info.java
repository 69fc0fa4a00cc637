/** A run of a job under the window, and how its events reach the screen. */
@NullMarked
package org.coverscape.app.run;

import org.jspecify.annotations.NullMarked;
