package org.coverscape.engine.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Draws chips at random, class by class, from however many go by, in bounded memory.
 *
 * <p>Each chip has a number made of its index and the seed; the smallest of a class are kept, so
 * that the draw depends on neither order nor on the chips of other classes. Not thread-safe.
 */
public final class Reservoir {
  private record Ticket(long number, LabelledChip chip) {}

  private static final Comparator<Ticket> ORDER =
      Comparator.comparingLong(Ticket::number)
          .thenComparingInt(t -> t.chip().index().row())
          .thenComparingInt(t -> t.chip().index().col());

  private final long seed;
  private final int most;
  private final List<PriorityQueue<Ticket>> held = new ArrayList<>();
  private final long[] seen = new long[Targets.COUNT];

  /**
   * An empty one.
   *
   * @param most chips of a class that are kept
   */
  public Reservoir(long seed, int most) {
    this.seed = seed;
    this.most = most;
    for (int target = 0; target < Targets.COUNT; target++) {
      held.add(new PriorityQueue<>(ORDER.reversed()));
    }
  }

  /** Looks at a chip. */
  public void add(LabelledChip chip) {
    seen[chip.target()]++;
    PriorityQueue<Ticket> queue = held.get(chip.target());
    queue.add(new Ticket(number(chip), chip));
    if (queue.size() > most) {
      queue.remove();
    }
  }

  private long number(LabelledChip chip) {
    long mixed = seed * 0x9E3779B97F4A7C15L + chip.index().zone().epsg();
    mixed = mix(mixed + chip.index().row() * 0xBF58476D1CE4E5B9L);
    return mix(mixed + chip.index().col());
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  /** How many chips of each target went by. */
  public long[] seen() {
    return seen.clone();
  }

  /**
   * A balanced choice: of each class as many as the scarcest one has, but up to {@code floor} where
   * it has fewer; in the order of zone, row and column.
   */
  public List<LabelledChip> balanced(int floor) {
    int scarcest = Integer.MAX_VALUE;
    for (PriorityQueue<Ticket> queue : held) {
      scarcest = queue.isEmpty() ? scarcest : Math.min(scarcest, queue.size());
    }
    int each = Math.max(scarcest, floor);
    List<LabelledChip> chosen = new ArrayList<>();
    for (PriorityQueue<Ticket> queue : held) {
      queue.stream().sorted(ORDER).limit(each).map(Ticket::chip).forEach(chosen::add);
    }
    chosen.sort(
        Comparator.<LabelledChip>comparingInt(c -> c.index().zone().epsg())
            .thenComparingInt(c -> c.index().row())
            .thenComparingInt(c -> c.index().col()));
    return chosen;
  }
}
