/** Tests of the charts. */
@NullMarked
package org.coverscape.cli.plot;

import org.jspecify.annotations.NullMarked;
