/** Unpacks sequential JPEG streams (ITU-T T.81) with a floating-point cosine transform. */
@NullMarked
package org.coverscape.engine.imagery.jpeg;

import org.jspecify.annotations.NullMarked;
