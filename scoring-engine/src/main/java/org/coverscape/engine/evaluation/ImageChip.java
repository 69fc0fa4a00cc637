package org.coverscape.engine.evaluation;

import java.io.IOException;
import java.util.List;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.imagery.ImageFile;
import org.coverscape.engine.region.UtmZone;

/**
 * Makes chips of labelled images: an image is brought to the network's ground sample distance by
 * area averaging, then mirrored out to a chip or cut down to its middle. Its own distance comes
 * from its georeference, else from the caller. Images finer or coarser by less than a hundredth are
 * left as they are. Thread-safe.
 *
 * @param modelGsd the network's ground sample distance in metres
 * @param defaultGsd that of images without georeference
 */
public record ImageChip(double modelGsd, double defaultGsd) {
  private static final UtmZone NOWHERE = new UtmZone(1, true);

  /**
   * Reads an image as a chip.
   *
   * @param number tells it from the other chips; it stands for no ground
   * @throws IOException with one plain sentence when the image cannot be read
   */
  public Chip read(LabelledImage labelled, int number) throws IOException {
    ImageFile image = ImageFile.read(labelled.file());
    double scale = image.gsd().orElse(defaultGsd) / modelGsd;
    byte[] rgb = image.rgb();
    int width = image.width();
    int height = image.height();
    if (Math.abs(scale - 1) > 0.01) {
      int newWidth = Math.max(1, (int) Math.round(width * scale));
      int newHeight = Math.max(1, (int) Math.round(height * scale));
      rgb = AreaAverage.shrink(rgb, width, height, newWidth, newHeight);
      width = newWidth;
      height = newHeight;
    }
    return new Chip(
        ChipIndex.of(NOWHERE, number, 0), ChipFit.fit(rgb, width, height), 1.0, List.of());
  }
}
