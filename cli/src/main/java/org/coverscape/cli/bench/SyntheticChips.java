package org.coverscape.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.region.UtmZone;

/** Chips of noise out of memory, made beforehand, over and over under new names. */
final class SyntheticChips implements ChipSupply {
  private static final int ROW = 1000;
  private final ChipGrid grid = ChipGrid.of(new UtmZone(12, true));
  private final List<Question> distinct;
  private int count;

  /**
   * Makes the chips.
   *
   * @param chips more than can be in flight at once; each takes 150 KB of memory
   */
  SyntheticChips(int chips) {
    SplittableRandom random = new SplittableRandom(chips);
    List<Question> made = new ArrayList<>(chips);
    for (int i = 0; i < chips; i++) {
      byte[] rgb = new byte[Chip.BYTES];
      random.nextBytes(rgb);
      made.add(Question.of(new Chip(grid.index(0, i), rgb, 1, List.of("synthetic"))));
    }
    distinct = List.copyOf(made);
  }

  @Override
  public Question next() {
    Question question = distinct.get(count % distinct.size());
    Chip chip = question.chip();
    ClassScores answer = question.answer();
    Chip named = new Chip(grid.index(count / ROW, count % ROW), chip.rgb(), 1, chip.imagery());
    count++;
    return new Question(named, answer);
  }
}
