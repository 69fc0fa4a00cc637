package org.coverscape.engine.imagery;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.coverscape.engine.region.PixelWindow;

/**
 * Whose the pixels of a chip are.
 *
 * @param pixels number of pixels
 * @param painted number of pixels of each image, by its number from 1
 * @param broken number of pixels of each image that cannot be read
 * @param noData pixels where images show NoData
 */
record ChipTally(int pixels, int[] painted, int[] broken, int noData) {
  /** Counts the pixels of a window. */
  static ChipTally of(Canvas canvas, PixelWindow window, int images) {
    int[] painted = new int[images + 1];
    int[] broken = new int[images + 1];
    int noData = 0;
    for (int y = window.y(); y < window.endY(); y++) {
      int first = canvas.index(window.x(), y);
      int end = first + window.width();
      int step = canvas.isOneOwners(first, end) ? window.width() : 1;
      for (int i = first; i < end; i += step) {
        short owner = canvas.owners()[i];
        if (owner > 0) {
          painted[owner] += step;
        } else if (owner == Canvas.NODATA) {
          noData += step;
        } else if (owner != Canvas.OUTSIDE) {
          broken[Canvas.unreadableImage(owner)] += step;
        }
      }
    }
    return new ChipTally(window.width() * window.height(), painted, broken, noData);
  }

  /** Pixels that show imagery. */
  int valid() {
    return IntStream.of(painted).sum();
  }

  /** Pixels that cannot be read. */
  int unreadable() {
    return IntStream.of(broken).sum();
  }

  /** Whether half of the pixels, or more, are among so many. */
  boolean isHalf(int count) {
    return 2 * count >= pixels;
  }

  /** Whether any image covers any of it. */
  boolean isTouched() {
    return valid() + unreadable() + noData > 0;
  }

  /** The part that shows imagery, 0 to 1. */
  double validShare() {
    return (double) valid() / pixels;
  }

  /** Ids of the images it shows or should show, the one with most pixels first, then by id. */
  List<String> ids(List<PlacedTile> tiles) {
    return IntStream.rangeClosed(1, tiles.size())
        .filter(i -> painted[i] + broken[i] > 0)
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer i) -> -painted[i] - broken[i])
                .thenComparing(i -> tiles.get(i - 1).tile().id()))
        .map(i -> tiles.get(i - 1).tile().id())
        .distinct()
        .toList();
  }

  /** The number of the image with most pixels that cannot be read, the first of equals, or 0. */
  int mostBroken() {
    int most = 0;
    for (int i = 1; i < broken.length; i++) {
      most = broken[i] > broken[most] ? i : most;
    }
    return most;
  }
}
