package org.coverscape.engine.evaluation;

import java.nio.file.Path;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * An image file and the class it shows.
 *
 * @param file a JPEG, PNG or TIFF file
 * @param truth its class
 */
public record LabelledImage(Path file, LandCoverClass truth) {}
