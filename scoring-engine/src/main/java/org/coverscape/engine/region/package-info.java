/** What ground is meant: regions, coordinate systems, UTM zones, pixel windows. */
@NullMarked
package org.coverscape.engine.region;

import org.jspecify.annotations.NullMarked;
