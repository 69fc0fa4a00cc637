package org.coverscape.engine.evaluation;

import org.coverscape.engine.landcover.ClassScores;

/**
 * An image and what services say of it.
 *
 * @param image with its true class
 * @param scores of the chip that was made of it
 */
public record AnsweredImage(LabelledImage image, ClassScores scores) {}
