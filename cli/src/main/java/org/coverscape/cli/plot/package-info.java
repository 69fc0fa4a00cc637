/** Line charts as PNG files, drawn with nothing but the JDK; knows no other package. */
@NullMarked
package org.coverscape.cli.plot;

import org.jspecify.annotations.NullMarked;
