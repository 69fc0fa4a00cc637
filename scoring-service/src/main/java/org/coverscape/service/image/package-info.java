/** From an image as it came over the wire to the 224 × 224 px the network takes. */
@NullMarked
package org.coverscape.service.image;

import org.jspecify.annotations.NullMarked;
