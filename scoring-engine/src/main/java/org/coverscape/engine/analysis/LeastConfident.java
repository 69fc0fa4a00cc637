package org.coverscape.engine.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.MappedRegion;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds the patches of a map that are least sure: those a person should look at first.
 *
 * <p>A patch is made of cells of one of the six classes that meet at their edges; unclassified and
 * unscored cells are in none. Of equally sure patches the northern one comes first, then the
 * western. Stateless.
 */
public final class LeastConfident {
  /** Patches that are listed at most. */
  public static final int MOST = 200;

  /** A patch by one of its cells, the northernmost and of those the westernmost. */
  private record Found(int first, double confidence) {
    static final Comparator<Found> ORDER =
        Comparator.comparingDouble(Found::confidence).thenComparingInt(Found::first);
  }

  private LeastConfident() {}

  /** The patches of a map, those of the least mean confidence first, {@value #MOST} at most. */
  public static List<UnsurePatch> of(MappedRegion mapped) {
    PatchFill fill = new PatchFill(mapped.map());
    PriorityQueue<Found> surest = new PriorityQueue<>(Found.ORDER.reversed());
    for (int cell = 0; cell < fill.cells(); cell++) {
      if (fill.isNew(cell)) {
        surest.add(new Found(cell, confidence(fill, cell)));
        if (surest.size() > MOST) {
          surest.remove();
        }
      }
    }
    fill.reset();
    return surest.stream()
        .sorted(Found.ORDER)
        .map(found -> patch(fill, found, mapped.grid()))
        .toList();
  }

  private static double confidence(PatchFill fill, int first) {
    long[] sums = new long[2];
    fill.walk(
        first,
        cell -> {
          sums[0] += fill.confidence(cell);
          sums[1]++;
        });
    return (double) sums[0] / sums[1];
  }

  private static UnsurePatch patch(PatchFill fill, Found found, ChipGrid grid) {
    List<Integer> numbers = new ArrayList<>();
    fill.walk(found.first(), numbers::add);
    numbers.sort(Comparator.naturalOrder());
    Envelope extent = new Envelope();
    List<ChipIndex> cells = new ArrayList<>();
    for (int cell : numbers) {
      extent.expandToInclude(grid.cell(fill.row(cell), fill.col(cell)));
      cells.add(grid.index(fill.row(cell), fill.col(cell)));
    }
    LandCoverClass landCover = LandCoverClass.ALL.get(fill.classId(found.first()) - 1);
    return new UnsurePatch(landCover, cells, found.confidence(), extent);
  }
}
