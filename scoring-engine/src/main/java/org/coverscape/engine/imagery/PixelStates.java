package org.coverscape.engine.imagery;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.coverscape.engine.region.PixelWindow;

/** Tells valid pixels from NoData and from what could not be read. */
final class PixelStates {
  private PixelStates() {}

  /**
   * Marks the pixels of a part that lies inside the image.
   *
   * @param noData a pixel is NoData when red, green and blue all have this value
   * @param broken windows within the part that could not be read
   */
  static SourcePixels mark(
      SourcePixels pixels, PixelWindow part, OptionalInt noData, List<PixelWindow> broken) {
    byte[] states = pixels.states();
    if (pixels.isClean()) {
      if (broken.isEmpty()
          && (noData.isEmpty()
              || !holds(
                  pixels.rgb(), 3 * part.width() * part.height(), (byte) noData.getAsInt()))) {
        return pixels;
      }
      states = new byte[part.width() * part.height()];
    }
    SourcePixels marked = new SourcePixels(pixels.window(), pixels.rgb(), states);
    set(marked, part, SourcePixels.VALID);
    if (noData.isPresent()) {
      markNoData(marked, part, (byte) noData.getAsInt());
    }
    broken.forEach(window -> set(marked, window, SourcePixels.UNREADABLE));
    return marked;
  }

  private static boolean holds(byte[] rgb, int length, byte value) {
    for (int i = 0; i < length; i += 3) {
      if (rgb[i] == value && rgb[i + 1] == value && rgb[i + 2] == value) {
        return true;
      }
    }
    return false;
  }

  private static void markNoData(SourcePixels pixels, PixelWindow part, byte value) {
    byte[] rgb = pixels.rgb();
    for (int y = part.y(); y < part.endY(); y++) {
      int first = pixels.index(part.x(), y);
      for (int i = first; i < first + part.width(); i++) {
        if (rgb[3 * i] == value && rgb[3 * i + 1] == value && rgb[3 * i + 2] == value) {
          pixels.states()[i] = SourcePixels.NODATA;
        }
      }
    }
  }

  private static void set(SourcePixels pixels, PixelWindow part, byte state) {
    for (int y = part.y(); y < part.endY(); y++) {
      int first = pixels.index(part.x(), y);
      Arrays.fill(pixels.states(), first, first + part.width(), state);
    }
  }
}
