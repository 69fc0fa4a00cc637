/** Front doors: features in a file of any kind, and the region a person names. */
@NullMarked
package org.coverscape.engine.place;

import org.jspecify.annotations.NullMarked;
