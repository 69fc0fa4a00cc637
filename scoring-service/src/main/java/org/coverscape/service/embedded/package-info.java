/** Starting the service as a child process that ends with its parent. */
@NullMarked
package org.coverscape.service.embedded;

import org.jspecify.annotations.NullMarked;
