/** What a map says in numbers: geodesic areas by class, by reason and by zone. */
@NullMarked
package org.coverscape.engine.analysis;

import org.jspecify.annotations.NullMarked;
