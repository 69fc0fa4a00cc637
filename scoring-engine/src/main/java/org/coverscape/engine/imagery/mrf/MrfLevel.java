package org.coverscape.engine.imagery.mrf;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the sizes at which the image is stored.
 *
 * @param width columns
 * @param height rows
 * @param across pages of a row
 * @param down rows of pages
 * @param planes pages at one place
 * @param first number of its first page's record in the index
 */
record MrfLevel(int width, int height, int across, int down, int planes, long first) {
  /**
   * The full size, then its overviews, each by the scale smaller than the one before and rounded
   * up, until one page holds all.
   */
  static List<MrfLevel> of(MrfHeader header) {
    List<MrfLevel> levels = new ArrayList<>();
    MrfLevel level = of(header, header.width(), header.height(), 0);
    levels.add(level);
    while (header.scale() > 1 && (level.across > 1 || level.down > 1)) {
      level =
          of(
              header,
              upTo(level.width, header.scale()),
              upTo(level.height, header.scale()),
              level.end());
      levels.add(level);
    }
    return levels;
  }

  private static MrfLevel of(MrfHeader header, int width, int height, long first) {
    int across = upTo(width, header.pageWidth());
    int down = upTo(height, header.pageHeight());
    return new MrfLevel(width, height, across, down, header.planes(), first);
  }

  private static int upTo(int size, int unit) {
    return (size - 1) / unit + 1;
  }

  /** Number of the record behind its last. */
  long end() {
    return first + (long) across * down * planes;
  }

  /** Number of a page's record: row by row, planes of one place together. */
  long record(int col, int row, int plane) {
    return first + ((long) row * across + col) * planes + plane;
  }
}
