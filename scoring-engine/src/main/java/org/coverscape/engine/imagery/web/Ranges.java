package org.coverscape.engine.imagery.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coverscape.engine.imagery.bytes.ByteRange;

/** Arithmetic of ranges. */
final class Ranges {
  /**
   * Bytes of a request at most: large enough for the line, small enough to travel beside others.
   */
  static final int MOST = 1 << 19;

  /** Gaps that cost less than what a request adds. */
  private static final long SMALL_GAP = 256;

  /** Larger gaps, when they are at most this share of what is wanted around them. */
  private static final double GAP_SHARE = 0.04;

  private Ranges() {}

  /**
   * What is to be fetched so that all the ranges are there: those close to each other as one, long
   * ones in several.
   *
   * @param wanted in any order; they may overlap
   * @param most bytes after which no more are taken: damaged files want more than there is
   */
  static List<ByteRange> toFetch(List<ByteRange> wanted, long most) {
    List<ByteRange> pieces = new ArrayList<>();
    long room = most;
    for (ByteRange range : joined(wanted)) {
      room = split(range, room, pieces);
    }
    return pieces;
  }

  private static List<ByteRange> joined(List<ByteRange> wanted) {
    List<ByteRange> sorted =
        wanted.stream()
            .filter(range -> range.count() > 0)
            .sorted(Comparator.comparingLong(ByteRange::position))
            .toList();
    List<ByteRange> joined = new ArrayList<>();
    for (ByteRange range : sorted) {
      ByteRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && isNear(last, range)) {
        long end = Math.max(last.end(), range.end());
        joined.set(joined.size() - 1, new ByteRange(last.position(), end - last.position()));
      } else {
        joined.add(range);
      }
    }
    return joined;
  }

  private static boolean isNear(ByteRange before, ByteRange after) {
    long gap = after.position() - before.end();
    return gap <= Math.max(SMALL_GAP, GAP_SHARE * Math.min(before.count(), after.count()));
  }

  /** Returns how much room is left. */
  private static long split(ByteRange range, long room, List<ByteRange> pieces) {
    long count = (range.count() - 1) / MOST + 1;
    long size = (range.count() - 1) / count + 1;
    long left = room;
    for (long at = range.position(); at < range.end() && left > 0; at += size) {
      pieces.add(new ByteRange(at, Math.min(size, range.end() - at)));
      left -= size;
    }
    return left;
  }
}
