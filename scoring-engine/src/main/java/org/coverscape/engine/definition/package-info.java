/** What a map was made with, as a file: preprocessing, network and classifier head. */
@NullMarked
package org.coverscape.engine.definition;

import org.jspecify.annotations.NullMarked;
