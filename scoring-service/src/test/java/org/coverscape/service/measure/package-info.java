/** Measurements that are run by hand, not tests: their numbers depend on the computer. */
@NullMarked
package org.coverscape.service.measure;

import org.jspecify.annotations.NullMarked;
