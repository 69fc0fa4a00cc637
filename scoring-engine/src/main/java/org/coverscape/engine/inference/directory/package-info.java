/** Which services there are: a file or a list, names expanded to addresses, watched for changes. */
@NullMarked
package org.coverscape.engine.inference.directory;

import org.jspecify.annotations.NullMarked;
