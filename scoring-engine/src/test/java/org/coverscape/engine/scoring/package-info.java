/** Tests of the job. */
@org.jspecify.annotations.NullMarked
package org.coverscape.engine.scoring;
