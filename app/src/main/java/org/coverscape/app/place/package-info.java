/** Places that can be named and drawn without a network. */
@NullMarked
package org.coverscape.app.place;

import org.jspecify.annotations.NullMarked;
