/** The network and its name. */
@NullMarked
package org.coverscape.service.model;

import org.jspecify.annotations.NullMarked;
