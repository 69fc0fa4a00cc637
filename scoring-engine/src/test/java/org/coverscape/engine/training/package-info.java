@NullMarked
package org.coverscape.engine.training;

import org.jspecify.annotations.NullMarked;
