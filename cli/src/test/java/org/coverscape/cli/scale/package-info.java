/** Tests of the model of large runs, against answers that are known exactly. */
@NullMarked
package org.coverscape.cli.scale;

import org.jspecify.annotations.NullMarked;
