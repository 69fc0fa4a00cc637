/** How well services answer on images whose class is known. */
@NullMarked
package org.coverscape.engine.evaluation;

import org.jspecify.annotations.NullMarked;
