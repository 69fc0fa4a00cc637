/** Measures the whole path from tile files to journalled answers, against a service that echoes. */
@NullMarked
package org.coverscape.benchmarks.path;

import org.jspecify.annotations.NullMarked;
