/** Accuracy of a map, and areas with standard errors, from a random sample that a person labels. */
@NullMarked
package org.coverscape.engine.assessment.accuracy;

import org.jspecify.annotations.NullMarked;
