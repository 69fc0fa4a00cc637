/** The threads that answer for chips, and the bounded queue before them. */
@NullMarked
package org.coverscape.service.work;

import org.jspecify.annotations.NullMarked;
