/** What it costs to unpack whole files, to be held against GDAL. */
@NullMarked
package org.coverscape.benchmarks.decode;

import org.jspecify.annotations.NullMarked;
