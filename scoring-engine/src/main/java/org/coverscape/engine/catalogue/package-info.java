/** Keeps a catalogue of imagery true to the files it is of. */
@NullMarked
package org.coverscape.engine.catalogue;

import org.jspecify.annotations.NullMarked;
