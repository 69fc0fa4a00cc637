/** Joins the engine's coordinates to those of the map on screen. */
@NullMarked
package org.coverscape.app.geo;

import org.jspecify.annotations.NullMarked;
