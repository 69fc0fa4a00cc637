/**
 * Classifier heads from labelled chips, as the 2018 pipeline made them: labels → chips that agree →
 * balanced classes → features from the services → one dense layer with its figures.
 */
@NullMarked
package org.coverscape.engine.training;

import org.jspecify.annotations.NullMarked;
