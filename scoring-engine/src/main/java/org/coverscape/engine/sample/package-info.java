/** The bundled sample: an aerial image painted by code, and a region drawn on it. */
@NullMarked
package org.coverscape.engine.sample;

import org.jspecify.annotations.NullMarked;
