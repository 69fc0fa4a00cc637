/** The land cover as the map shows it, cell by cell. */
@NullMarked
package org.coverscape.app.overlay;

import org.jspecify.annotations.NullMarked;
