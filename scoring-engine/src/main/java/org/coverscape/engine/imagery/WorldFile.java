package org.coverscape.engine.imagery;

import java.util.List;
import java.util.Optional;

/** A world file: six lines of numbers that say where the pixels of the image beside it lie. */
final class WorldFile {
  /** Endings in use, in the letters of both cases, as file systems tell them apart. */
  static final List<String> ENDINGS =
      List.of(".tfw", ".TFW", ".tifw", ".TIFW", ".tiffw", ".wld", ".WLD");

  private static final int NUMBERS = 6;

  private WorldFile() {}

  /**
   * The grid it describes; empty when it is no world file. The numbers are x and y steps per
   * column, x and y steps per row, then x and y of the middle of the first pixel.
   */
  static Optional<PixelGrid> read(String text) {
    String[] words = text.trim().split("\\s+", NUMBERS + 1);
    if (words.length < NUMBERS) {
      return Optional.empty();
    }
    double[] n = new double[NUMBERS];
    try {
      for (int i = 0; i < NUMBERS; i++) {
        n[i] = Double.parseDouble(words[i].replace(',', '.'));
      }
      double x0 = n[4] - (n[0] + n[2]) / 2;
      double y0 = n[5] - (n[1] + n[3]) / 2;
      return Optional.of(new PixelGrid(x0, y0, n[0], n[2], n[1], n[3]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
