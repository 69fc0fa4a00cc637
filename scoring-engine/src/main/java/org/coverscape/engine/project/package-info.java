/** A project: what a person works on over days, as values. */
@NullMarked
package org.coverscape.engine.project;

import org.jspecify.annotations.NullMarked;
