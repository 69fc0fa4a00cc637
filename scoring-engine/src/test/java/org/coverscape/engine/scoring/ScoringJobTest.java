package org.coverscape.engine.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.engine.chip.ScanOrder;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.inference.PoolLimits;
import org.coverscape.engine.inference.PoolSettings;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.store.JobHeader;
import org.coverscape.engine.store.JobImage;
import org.coverscape.engine.store.JobJournal;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class ScoringJobTest {
  private static final int CHIPS = 5;

  @TempDir Path folder;
  private ScoringPlan plan = plan();

  /** Four by five chips of imagery under a region that reaches one chip further east. */
  private static ScoringPlan plan() {
    return new ScoringPlan(
        region(CHIPS + 1),
        org.coverscape.engine.chip.ChipGrid.of(TiffFixtures.ZONE),
        List.of(),
        List.of(),
        java.util.OptionalInt.empty(),
        false);
  }

  private static Region region(int columns) {
    double west = TiffFixtures.WEST;
    double north = TiffFixtures.NORTH;
    return new Region(
        new GeometryFactory()
            .toGeometry(new Envelope(west + 1, west + columns * 224 - 1, north - 895, north - 1)),
        TiffFixtures.ZONE.crs());
  }

  @BeforeEach
  void writeImagery() throws Exception {
    Path image =
        org.coverscape.engine.fixtures.Scene.utm(
                "m_3909801_ne_14_1_20210615",
                TiffFixtures.ZONE,
                TiffFixtures.WEST,
                TiffFixtures.NORTH,
                1,
                CHIPS * 224,
                4 * 224,
                Ground.noise(1))
            .writeTo(folder);
    try (SqliteTileCatalog catalog = SqliteTileCatalog.inMemory()) {
      if (new ImageryIndexer(AnyImagery.local()).read(image)
          instanceof IndexOutcome.Indexed indexed) {
        catalog.put(indexed.tile());
      }
      plan = ScoringPlan.of(region(CHIPS + 1), catalog, PlanOptions.DEFAULT);
    }
  }

  private JobJournal journal(String name) {
    return JobJournal.create(folder.resolve(name), header());
  }

  private JobHeader header() {
    return new JobHeader(
        plan.region(),
        plan.grid(),
        "colour:1",
        plan.tiles().stream().map(JobImage::of).toList(),
        plan.year(),
        plan.anyGsd(),
        "test",
        Instant.EPOCH);
  }

  private ScoringSummary run(ColourService service, JobJournal journal, ScoringListener listener)
      throws Exception {
    try (ServicePool pool = new ServicePool(List.of(service), PoolSettings.defaults())) {
      pool.connect();
      ScoringJob job = new ScoringJob(plan, AnyImagery.local(), pool, journal, listener);
      job.start();
      return job.completion().get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void everyChipEndsOnceAndIsJournalled() throws Exception {
    Queue<ChipOutcome> ended = new ConcurrentLinkedQueue<>();
    try (JobJournal journal = journal("a.sqlite")) {
      ScoringSummary summary =
          run(
              ColourService.answering(),
              journal,
              event -> {
                if (event instanceof ScoringEvent.ChipEnded chip) {
                  ended.add(chip.outcome());
                }
              });
      assertEquals(24, summary.total());
      assertEquals(20, summary.scored());
      assertEquals(Map.of(UnscoredReason.NO_IMAGERY, 4L), summary.unscored());
      assertEquals(0, summary.faults());
      assertFalse(summary.cancelled());
      assertEquals(24, ended.size());
      assertEquals(24, new HashSet<>(ended.stream().map(ChipOutcome::index).toList()).size());
      assertEquals(20, journal.counts().scored());
    }
  }

  @Test
  void theMapHoldsWhatTheServiceSaid() throws Exception {
    Queue<ChipOutcome.Scored> scored = new ConcurrentLinkedQueue<>();
    try (JobJournal journal = journal("b.sqlite")) {
      run(
          ColourService.answering(),
          journal,
          event -> {
            if (event instanceof ScoringEvent.ChipEnded chip
                && chip.outcome() instanceof ChipOutcome.Scored s) {
              scored.add(s);
            }
          });
      MappedRegion map = journal.read();
      for (ChipOutcome.Scored s : scored) {
        int expected = s.scores().best().orElseThrow().id();
        assertEquals(expected, map.map().classId(s.index().row(), s.index().col()));
        assertEquals(80, map.map().confidence(s.index().row(), s.index().col()));
      }
    }
  }

  @Test
  void aStoppedJobGoesOnWhereItWasAndEndsTheSame() throws Exception {
    CountDownLatch silent = new CountDownLatch(1);
    Path file = folder.resolve("c.sqlite");
    try (JobJournal journal = JobJournal.create(file, header());
        ServicePool pool =
            new ServicePool(
                List.of(ColourService.silentAfter(7, silent::countDown)),
                PoolSettings.defaults())) {
      pool.connect();
      ScoringJob job =
          new ScoringJob(plan, AnyImagery.local(), pool, journal, ScoringListener.NONE);
      job.start();
      assertTrue(silent.await(60, TimeUnit.SECONDS));
      job.cancel();
      ScoringSummary summary = job.completion().get(60, TimeUnit.SECONDS);
      assertTrue(summary.cancelled());
      assertEquals(7, summary.scored());
      long unscored = summary.unscored().values().stream().mapToLong(Long::longValue).sum();
      assertEquals(24, summary.scored() + unscored, "every chip ends in one state");
    }
    ColourService second = ColourService.answering();
    MappedRegion resumed;
    try (JobJournal journal = JobJournal.open(file)) {
      ScoringSummary summary = run(second, journal, ScoringListener.NONE);
      assertEquals(7, summary.earlier());
      assertEquals(13, summary.scored());
      resumed = journal.read();
    }
    assertEquals(13, second.asked.size());
    try (JobJournal journal = journal("undisturbed.sqlite")) {
      run(ColourService.answering(), journal, ScoringListener.NONE);
      assertEquals(journal.read().map(), resumed.map());
    }
  }

  @Test
  void aServiceThatRefusesLeavesChipsUnscoredAsAFault() throws Exception {
    try (JobJournal journal = journal("d.sqlite")) {
      ScoringSummary summary = run(ColourService.refusing(), journal, ScoringListener.NONE);
      assertEquals(0, summary.scored());
      assertEquals(20, summary.unscored().get(UnscoredReason.SERVICE));
      assertEquals(20, summary.faults());
    }
  }

  /** A listener that fails stands for any error of the program on a thread of the job. */
  @Test
  void anErrorWhileChipsEndStopsTheJobInsteadOfHangingIt() throws Exception {
    Error full = new OutOfMemoryError("made up");
    try (JobJournal journal = journal("e.sqlite")) {
      ExecutionException failed =
          assertThrows(
              ExecutionException.class,
              () ->
                  run(
                      ColourService.answering(),
                      journal,
                      event -> {
                        if (event instanceof ScoringEvent.ChipEnded) {
                          throw full;
                        }
                      }));
      assertSame(full, failed.getCause());
    }
  }

  @Test
  void aListenerThatFailsAtTheEndDoesNotHangTheJob() throws Exception {
    try (JobJournal journal = journal("f.sqlite")) {
      ExecutionException failed =
          assertThrows(
              ExecutionException.class,
              () ->
                  run(
                      ColourService.answering(),
                      journal,
                      event -> {
                        if (event instanceof ScoringEvent.Finished) {
                          throw new IllegalStateException("made up");
                        }
                      }));
      assertTrue(failed.getCause() instanceof IllegalStateException);
      assertEquals(20, journal.counts().scored());
    }
  }

  @Test
  void cancellingAgainAndAgainEndsInOrder() throws Exception {
    CountDownLatch silent = new CountDownLatch(1);
    try (JobJournal journal = journal("g.sqlite");
        ServicePool pool =
            new ServicePool(
                List.of(ColourService.silentAfter(7, silent::countDown)),
                PoolSettings.defaults())) {
      pool.connect();
      ScoringJob job =
          new ScoringJob(plan, AnyImagery.local(), pool, journal, ScoringListener.NONE);
      job.start();
      assertTrue(silent.await(60, TimeUnit.SECONDS));
      for (int i = 0; i < 1000; i++) {
        job.cancel();
      }
      assertTrue(job.completion().get(60, TimeUnit.SECONDS).cancelled());
    }
  }

  /** Nobody comes back: the job ends, and all that was scored before counts. */
  @Test
  void aServiceLostForGoodEndsTheJob() throws Exception {
    try (JobJournal journal = journal("h.sqlite");
        ServicePool pool =
            new ServicePool(
                List.of(ColourService.lostAfter(7)),
                PoolSettings.defaults()
                    .withLimits(
                        PoolLimits.defaults()
                            .withLost(Duration.ofMillis(300))
                            .withProbeEvery(Duration.ofMillis(20))))) {
      pool.connect();
      ScoringJob job =
          new ScoringJob(plan, AnyImagery.local(), pool, journal, ScoringListener.NONE);
      job.start();
      ScoringSummary summary = job.completion().get(60, TimeUnit.SECONDS);
      assertFalse(summary.cancelled());
      assertEquals(7, summary.scored());
      assertEquals(13, summary.unscored().get(UnscoredReason.SERVICE));
      assertEquals(13, journal.counts().unscored().get(UnscoredReason.SERVICE));
    }
  }

  @Test
  void theOrderOfWorkDoesNotChangeTheMap() throws Exception {
    MappedRegion swaths;
    try (JobJournal journal = journal("i.sqlite")) {
      run(ColourService.answering(), journal, ScoringListener.NONE);
      swaths = journal.read();
    }
    try (JobJournal journal = journal("j.sqlite");
        ServicePool pool =
            new ServicePool(List.of(ColourService.answering()), PoolSettings.defaults())) {
      pool.connect();
      ScanOrder order = ScanOrder.from(TiffFixtures.WEST + 600, TiffFixtures.NORTH - 300);
      ScoringJob job =
          new ScoringJob(plan, AnyImagery.local(), pool, journal, ScoringListener.NONE, order);
      job.start();
      assertEquals(24, job.completion().get(60, TimeUnit.SECONDS).total());
      assertEquals(swaths.map(), journal.read().map());
    }
  }

  @Test
  void nothingIsSentWhilePausedAndCancellingEndsThePause() throws Exception {
    ColourService service = ColourService.answering();
    try (JobJournal journal = journal("k.sqlite");
        ServicePool pool = new ServicePool(List.of(service), PoolSettings.defaults())) {
      pool.connect();
      ScoringJob job =
          new ScoringJob(plan, AnyImagery.local(), pool, journal, ScoringListener.NONE);
      job.pause();
      assertTrue(job.isPaused());
      job.start();
      job.cancel();
      ScoringSummary summary = job.completion().get(60, TimeUnit.SECONDS);
      assertEquals(0, summary.scored());
      assertEquals(0, service.asked.size());
      assertEquals(24, summary.unscored().values().stream().mapToLong(n -> n).sum());
    }
  }

  /** Pauses at the fifth answer; one thread goes on when all is still, as a person would. */
  @Test
  void aPausedJobGoesOnToTheSameEnd() throws Exception {
    CountDownLatch still = new CountDownLatch(1);
    CompletableFuture<ScoringJob> running = new CompletableFuture<>();
    AtomicInteger answers = new AtomicInteger();
    try (JobJournal journal = journal("l.sqlite");
        ServicePool pool =
            new ServicePool(List.of(ColourService.answering()), PoolSettings.defaults())) {
      pool.connect();
      ScoringJob job =
          new ScoringJob(
              plan,
              AnyImagery.local(),
              pool,
              journal,
              event -> {
                if (event instanceof ScoringEvent.ChipEnded && answers.incrementAndGet() == 5) {
                  running.join().pause();
                  still.countDown();
                }
              });
      running.complete(job);
      job.start();
      assertTrue(still.await(60, TimeUnit.SECONDS));
      assertTrue(job.isPaused());
      assertFalse(job.completion().isDone());
      job.proceed();
      assertFalse(job.isPaused());
      assertEquals(20, job.completion().get(60, TimeUnit.SECONDS).scored());
      assertEquals(24, answers.get());
    }
  }

  @Test
  void anotherYearIsAdvisedInWordsThatAnybodyKnows() throws Exception {
    try (SqliteTileCatalog catalog = SqliteTileCatalog.inMemory()) {
      plan.tiles().forEach(catalog::put);
      PlanOptions options =
          new PlanOptions(
              java.util.Optional.empty(), java.util.OptionalInt.of(1999), 224, 1, false);
      PlanException refused =
          assertThrows(PlanException.class, () -> ScoringPlan.of(plan.region(), catalog, options));
      assertEquals(
          "No imagery of 1999 touches the region; choose another year or take the newest.",
          refused.getMessage());
    }
  }

  @Test
  void aRegionWithoutImageryIsRefusedInOneSentence() {
    try (SqliteTileCatalog empty = SqliteTileCatalog.inMemory()) {
      PlanException refused =
          assertThrows(
              PlanException.class, () -> ScoringPlan.of(plan.region(), empty, PlanOptions.DEFAULT));
      assertTrue(String.valueOf(refused.getMessage()).startsWith("No imagery touches the region"));
    }
  }
}
