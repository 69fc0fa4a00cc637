/** SQLite: the catalogue of images, the journal of a job, and GeoPackages. */
@NullMarked
package org.coverscape.engine.store;

import org.jspecify.annotations.NullMarked;
