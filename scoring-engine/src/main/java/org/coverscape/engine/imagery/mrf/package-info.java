/**
 * MRF, the Meta Raster Format: a header in XML, an index of pages, and a file of pages that are
 * each packed by themselves (NASA's "MRF Specification" and "MRF User Guide").
 */
@NullMarked
package org.coverscape.engine.imagery.mrf;

import org.jspecify.annotations.NullMarked;
