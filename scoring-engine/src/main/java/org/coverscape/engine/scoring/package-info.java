/** The job: from a region to journalled answers, as a streaming pipeline. */
@NullMarked
package org.coverscape.engine.scoring;

import org.jspecify.annotations.NullMarked;
