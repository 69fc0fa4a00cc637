/** What each step of the path costs on its own, measured with JMH. */
@NullMarked
package org.coverscape.benchmarks.step;

import org.jspecify.annotations.NullMarked;
