/**
 * Imagery by STAC, the catalogue format of the web: APIs that are searched, static catalogues, and
 * files of Items become tiles without opening an image.
 */
@NullMarked
package org.coverscape.engine.stac;

import org.jspecify.annotations.NullMarked;
