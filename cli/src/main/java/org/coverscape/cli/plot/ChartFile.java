package org.coverscape.cli.plot;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes charts as PNG files. */
public final class ChartFile {
  private ChartFile() {}

  /**
   * Writes the chart over whatever is there.
   *
   * @param file in a folder that exists
   */
  public static void write(LineChart chart, Path file) throws IOException {
    if (!ImageIO.write(ChartPainter.paint(chart), "png", file.toFile())) {
      throw new IOException("this Java cannot write PNG files");
    }
  }
}
