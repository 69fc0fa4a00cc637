/** Tests of samples and of what is estimated from them, held against the published example. */
@NullMarked
package org.coverscape.engine.assessment.accuracy;

import org.jspecify.annotations.NullMarked;
