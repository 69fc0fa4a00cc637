package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A smaller version of a TIFF's first image, in a directory behind it.
 *
 * @param index number of the directory in the file, from 0 for the first image
 * @param shape size and kind of the pixels
 * @param layout where they are stored
 */
public record TiffOverview(int index, TiffShape shape, TiffLayout layout) {
  /** Directories in a file; every overview is at least one column and one row smaller. */
  private static final int MOST_DIRECTORIES = 64;

  /** NewSubfileType of an overview, TIFF 6.0: the first bit alone, as the third is a mask. */
  private static final int REDUCED = 1;

  /**
   * The overviews behind the first directory, each smaller than the one before. Nothing is lost
   * without them, so that a damaged directory ends the list and is no fault.
   */
  static List<TiffOverview> behind(TiffInput input, TiffFields first, TiffShape full)
      throws IOException {
    List<TiffOverview> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    try {
      long next = first.next();
      for (int i = 1; next != 0 && i < MOST_DIRECTORIES && seen.add(next); i++) {
        TiffFields fields = TiffFields.read(input, next);
        if (fields.first(254, 0) == REDUCED) {
          add(found, i, fields, full, input.length());
        }
        next = fields.next();
      }
    } catch (TiffException e) {
      return List.copyOf(found);
    }
    return List.copyOf(found);
  }

  private static void add(
      List<TiffOverview> found, int index, TiffFields fields, TiffShape full, long length)
      throws IOException {
    TiffShape shape = TiffShape.read(fields);
    TiffShape before = found.isEmpty() ? full : found.get(found.size() - 1).shape();
    if (shape.width() < before.width()
        && shape.height() <= before.height()
        && shape.samples() == full.samples()
        && shape.bits() == full.bits()
        && shape.format() == full.format()) {
      found.add(new TiffOverview(index, shape, TiffLayout.read(fields, shape, length)));
    }
  }
}
