/** Classifiers that turn the features of a network into class scores. */
@NullMarked
package org.coverscape.engine.classifier;

import org.jspecify.annotations.NullMarked;
