package org.coverscape.engine.inference;

import static org.coverscape.engine.inference.PoolTestSettings.QUICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.UnscoredReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that carry several chips. */
@Timeout(30)
class ServicePoolBatchTest {
  private static final int BATCH = 4;

  private final FakeService a = new FakeService("a");
  private final Outcomes outcomes = new Outcomes();
  private final ServicePool pool = new ServicePool(List.of(a), QUICK.withInFlight(1));

  @BeforeEach
  void connect() throws InterruptedException {
    a.batch = BATCH;
    pool.connect();
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private void score(int chips) throws InterruptedException {
    for (int i = 0; i < chips; i++) {
      pool.score(TestChips.chip(i), outcomes);
    }
  }

  private static ClassScores of(int col) {
    return ClassScores.of(col / 100f, 0, 0, 0, 0, 0);
  }

  @Test
  void chipsGatherWhileACallIsOutAndGetTheirOwnAnswers() throws InterruptedException {
    a.holding();
    score(1);
    var first = a.nextHeld();
    a.onBatch =
        chips ->
            CompletableFuture.completedFuture(
                chips.stream().map(chip -> ChipAnswer.of(of(chip.index().col()))).toList());
    for (int i = 1; i <= BATCH; i++) {
      pool.score(TestChips.chip(i), outcomes);
    }
    first.getValue().complete(of(0));
    pool.awaitIdle();
    assertEquals(List.of(1, BATCH), List.copyOf(a.sizes));
    outcomes.assertEachOnce(1 + BATCH);
    for (ChipOutcome outcome : outcomes.rest()) {
      ChipOutcome.Scored scored = (ChipOutcome.Scored) outcome;
      assertEquals(of(scored.index().col()), scored.scores());
    }
  }

  @Test
  void oneBadChipDoesNotTakeTheOthersAlong() throws InterruptedException {
    a.onBatch =
        chips ->
            chips.stream().anyMatch(chip -> chip.index().col() == 5)
                ? FakeService.failing(ServiceFault.Kind.PERMANENT)
                : CompletableFuture.completedFuture(
                    chips.stream().map(chip -> ChipAnswer.of(TestChips.SCORES)).toList());
    score(20);
    pool.awaitIdle();
    outcomes.assertEachOnce(20);
    List<ChipOutcome> unscored =
        outcomes.rest().stream().filter(o -> o instanceof ChipOutcome.Unscored).toList();
    assertEquals(List.of(5), unscored.stream().map(o -> o.index().col()).toList());
  }

  @Test
  void anAnswerForAnotherNumberOfChipsIsOfNoUse() throws InterruptedException {
    a.onBatch = chips -> CompletableFuture.completedFuture(List.of());
    score(1);
    ChipOutcome.Unscored unscored = outcomes.nextUnscored(UnscoredReason.SERVICE);
    assertEquals("The service at a:8500 gave 0 answers for 1 images.", unscored.detail());
  }

  @Test
  void aCallNeverCarriesMoreThanTheServiceTakes() throws InterruptedException {
    a.onBatch =
        chips ->
            CompletableFuture.completedFuture(
                IntStream.range(0, chips.size())
                    .mapToObj(i -> ChipAnswer.of(TestChips.SCORES))
                    .toList());
    score(200);
    pool.awaitIdle();
    outcomes.assertEachOnce(200);
    assertTrue(a.sizes.stream().allMatch(size -> size <= BATCH));
  }
}
