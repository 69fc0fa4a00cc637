package org.coverscape.engine.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.landcover.ChipOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Has services compute the features of chips and keeps them in a cache; what is there already is
 * not computed again. Chips stream from the imagery to the services: memory does not depend on how
 * many there are. Used once, on one thread.
 */
public final class FeatureExtraction {
  private final ServicePool pool;
  private final FeatureDesk desk;
  private final FeatureCache cache;
  private final Runnable step;
  private final Map<String, String> faults = new TreeMap<>();
  private int without;
  private @Nullable IOException unkept;

  /**
   * An extraction over a connected pool.
   *
   * @param desk the listener that the pool's services were opened with
   * @param step called when a chip has ended, on any thread
   */
  public FeatureExtraction(ServicePool pool, FeatureDesk desk, FeatureCache cache, Runnable step) {
    this.pool = pool;
    this.desk = desk;
    this.cache = cache;
    this.step = step;
  }

  /**
   * What came of it.
   *
   * @param keys names of the chips' features in the cache
   * @param chips those whose features are known, in the order in which they were asked for
   * @param without chips that the imagery does not fill
   * @param faults chips whose features could not be had, with a sentence each
   */
  public record Result(
      List<String> keys, List<LabelledChip> chips, int without, Map<String, String> faults) {
    /** Takes copies. */
    public Result {
      keys = List.copyOf(keys);
      chips = List.copyOf(chips);
      faults = Map.copyOf(faults);
    }
  }

  /** How many of some chips are in the cache. */
  public static int known(ChipSupply supply, List<LabelledChip> chips, FeatureCache cache) {
    return (int) chips.stream().filter(chip -> cache.contains(supply.fingerprint(chip))).count();
  }

  /**
   * Computes what is missing; blocks until the last answer. What is known so far stays in the cache
   * when it is interrupted.
   *
   * @throws IOException with one plain sentence when the cache cannot be written
   */
  public Result run(ChipSupply supply, List<LabelledChip> chips)
      throws IOException, InterruptedException {
    Map<LabelledChip, String> keys = new HashMap<>();
    List<LabelledChip> missing = new ArrayList<>();
    for (LabelledChip chip : chips) {
      String key = supply.fingerprint(chip);
      keys.put(chip, key);
      if (!cache.contains(key)) {
        missing.add(chip);
      }
    }
    try {
      supply.supply(missing, new Sending(keys));
      pool.awaitIdle();
    } finally {
      cache.flush();
    }
    return result(chips, keys);
  }

  private synchronized Result result(List<LabelledChip> chips, Map<LabelledChip, String> keys)
      throws IOException {
    if (unkept != null) {
      throw unkept;
    }
    List<LabelledChip> known =
        chips.stream().filter(chip -> cache.contains(String.valueOf(keys.get(chip)))).toList();
    return new Result(
        known.stream().map(keys::get).map(String::valueOf).toList(), known, without, faults);
  }

  private synchronized void fail(String chip, String why) {
    faults.put(chip, why);
  }

  private synchronized void keep(String key, float[] features) {
    try {
      cache.put(key, features);
    } catch (IOException e) {
      unkept = unkept == null ? e : unkept;
    }
  }

  private final class Sending implements ChipSupply.Sink {
    private final Map<LabelledChip, String> keys;

    Sending(Map<LabelledChip, String> keys) {
      this.keys = keys;
    }

    @Override
    public void chip(LabelledChip labelled, Chip chip) throws InterruptedException {
      String key = String.valueOf(keys.get(labelled));
      desk.await(chip.index());
      pool.score(chip, outcome -> ended(key, outcome));
    }

    private void ended(String key, ChipOutcome outcome) {
      float[] features = desk.take(outcome.index());
      if (outcome instanceof ChipOutcome.Scored && features != null) {
        keep(key, features);
      } else if (outcome instanceof ChipOutcome.Unscored unscored) {
        fail(key, unscored.detail());
      }
      step.run();
    }

    @Override
    public Optional<String> refusal() {
      return pool.exhausted();
    }

    @Override
    public void missing(LabelledChip labelled, boolean fault, String why) {
      if (fault) {
        fail(String.valueOf(keys.get(labelled)), why);
      } else {
        without++;
      }
      step.run();
    }
  }
}
