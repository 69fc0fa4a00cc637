/** Tests of the measurements. */
@NullMarked
package org.coverscape.cli.bench;

import org.jspecify.annotations.NullMarked;
