package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.region.PixelWindow;

/**
 * Tells opacity from near-infrared.
 *
 * <p>NAIP's near-infrared is often tagged as opacity, so that the tag alone says nothing of a
 * fourth band. It is opacity when it is tagged so and holds nothing but 0 and 255, with 255 among
 * them, in windows spread over the image: no ground reflects like that. A fifth band behind
 * near-infrared is what its tag says.
 */
final class TiffAlpha {
  /** Windows along each side of the image. */
  private static final int WINDOWS = 4;

  /** Columns and rows of a window. */
  private static final int SIZE = 64;

  private static final int NEAR_INFRARED = 4;

  /** Reads all numbers of the pixels of windows inside the image, interleaved by pixel. */
  interface Reading {
    /** Says which windows are going to be read, so that they can be fetched together. */
    void expect(List<PixelWindow> windows) throws IOException;

    /** Reads one. */
    byte[] read(PixelWindow window) throws IOException;
  }

  private TiffAlpha() {}

  /**
   * The band that is opacity, from 0; empty where there is none, or it is damaged.
   *
   * @throws SourceException when the file cannot be reached: what is not known must not count as
   *     near-infrared
   */
  static OptionalInt band(TiffShape shape, Reading reading) throws IOException {
    if (!shape.alphaTagged() || shape.bits() != 8) {
      return OptionalInt.empty();
    }
    boolean alpha =
        switch (shape.samples()) {
          case NEAR_INFRARED -> isProven(shape, reading);
          case NEAR_INFRARED + 1 -> true;
          default -> false;
        };
    return alpha ? OptionalInt.of(shape.samples() - 1) : OptionalInt.empty();
  }

  /** Most near-infrared is told by the first window; the others are fetched where it is not. */
  private static boolean isProven(TiffShape shape, Reading reading) throws IOException {
    List<PixelWindow> windows = windows(shape);
    boolean opaque = false;
    try {
      for (int i = 0; i < windows.size(); i++) {
        if (i == 1) {
          reading.expect(windows.subList(1, windows.size()));
        }
        byte[] pixels = reading.read(windows.get(i));
        for (int k = shape.samples() - 1; k < pixels.length; k += shape.samples()) {
          if (pixels[k] != 0 && pixels[k] != -1) {
            return false;
          }
          opaque |= pixels[k] == -1;
        }
      }
      return opaque;
    } catch (IOException e) {
      if (e instanceof SourceException && !(e instanceof TiffException)) {
        throw e;
      }
      return false; // whoever reads the pixels is told what is wrong with them
    }
  }

  private static List<PixelWindow> windows(TiffShape shape) {
    Set<PixelWindow> windows = new LinkedHashSet<>();
    int width = Math.min(SIZE, shape.width());
    int height = Math.min(SIZE, shape.height());
    for (int i = 0; i < WINDOWS * WINDOWS; i++) {
      int x = (int) ((long) (shape.width() - width) * (i % WINDOWS) / (WINDOWS - 1));
      int y = (int) ((long) (shape.height() - height) * (i / WINDOWS) / (WINDOWS - 1));
      windows.add(new PixelWindow(x, y, width, height));
    }
    return List.copyOf(windows);
  }
}
