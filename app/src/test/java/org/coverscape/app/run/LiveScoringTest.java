package org.coverscape.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.app.overlay.CellStore;
import org.coverscape.app.work.CrankedScreen;
import org.coverscape.engine.analysis.LiveAreas;
import org.coverscape.engine.analysis.RegionAreas;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.inference.ServiceStats;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.ScoringEvent;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class LiveScoringTest {
  private static final int ROW = (int) (TiffFixtures.NORTH / 224) - 1;
  private static final int COL = (int) (TiffFixtures.WEST / 224);
  private static final ChipGrid GRID = ChipGrid.of(TiffFixtures.ZONE);

  private final CrankedScreen screen = new CrankedScreen();
  private final CellStore cells = new CellStore();
  private final AtomicInteger changes = new AtomicInteger();
  private final Seen seen = new Seen();
  private final LiveAreas areas = new LiveAreas(RegionAreas.of(region(), GRID));

  private static final class Seen implements RunView {
    private final List<Progress> progress = new ArrayList<>();
    private final List<LiveAreas.Snapshot> ground = new ArrayList<>();
    private int started;
    private int services;

    @Override
    public void started() {
      started++;
    }

    @Override
    public void progressed(Progress now) {
      progress.add(now);
    }

    @Override
    public void measured(LiveAreas.Snapshot now) {
      ground.add(now);
    }

    @Override
    public void serviceMeasured(List<ServiceStats> stats) {
      services++;
    }

    @Override
    public void ended(RunEnd end) {
      throw new AssertionError("that is for the session to say");
    }

    Progress last() {
      return progress.get(progress.size() - 1);
    }
  }

  /** Ten cells in a row. */
  private static Region region() {
    Envelope ground =
        new Envelope(
            TiffFixtures.WEST + 1,
            TiffFixtures.WEST + 10 * 224 - 1,
            TiffFixtures.NORTH - 223,
            TiffFixtures.NORTH - 1);
    return new Region(new GeometryFactory().toGeometry(ground), TiffFixtures.ZONE.crs());
  }

  private LiveScoring live() {
    return new LiveScoring(screen, cells, areas, changes::incrementAndGet, seen);
  }

  private static ScoringEvent scored(int i) {
    return new ScoringEvent.ChipEnded(
        new ChipOutcome.Scored(
            GRID.index(ROW, COL + i), List.of(), ClassScores.of(0, 0.9f, 0, 0, 0, 0), "s:1"));
  }

  private static ScoringEvent unscored(int i, UnscoredReason reason) {
    return new ScoringEvent.ChipEnded(
        new ChipOutcome.Unscored(GRID.index(ROW, COL + i), List.of(), reason, ""));
  }

  @Test
  void whatEndsIsInTheCellsAtOnceAndOnTheScreenSoon() throws Exception {
    try (LiveScoring live = live()) {
      live.on(new ScoringEvent.Started(10, 0));
      live.start(List::of);
      live.on(scored(0));
      assertEquals(Optional.of("cultivated"), cells.label(ROW, COL));
      assertEquals(1, changes.get());
      live.on(unscored(1, UnscoredReason.SERVICE));
      live.on(unscored(2, UnscoredReason.NO_IMAGERY));
      screen.until("it is told", () -> !seen.progress.isEmpty() && seen.last().ended() == 3);
      assertEquals(1, seen.started);
      assertEquals(10, seen.last().total());
      assertEquals(1, seen.last().failed(), "ground without imagery is no fault");
      screen.until("areas", () -> !seen.ground.isEmpty());
      assertEquals(7, seen.ground.get(seen.ground.size() - 1).pendingCells());
    }
  }

  @Test
  void aCancelledChipHadNoTurn() {
    LiveScoring live = live();
    live.on(new ScoringEvent.Started(10, 0));
    live.on(scored(0));
    live.on(unscored(1, UnscoredReason.CANCELLED));
    live.close();
    screen.turn();
    assertEquals(1, seen.last().ended());
    assertEquals(Optional.empty(), cells.label(ROW, COL + 1));
    assertEquals(9, seen.ground.get(seen.ground.size() - 1).pendingCells());
  }

  @Test
  void chipsOfEarlierRunsAreNoRate() throws Exception {
    try (LiveScoring live = live()) {
      live.start(List::of);
      // nothing is told before the job knows its size
      screen.until("a service was asked", () -> seen.services > 0);
      assertEquals(List.of(), seen.progress);
      live.on(new ScoringEvent.Started(1_000_000, 900_000));
      screen.until("it is told twice", () -> seen.progress.size() > 2);
      for (Progress progress : seen.progress) {
        assertEquals(900_000, progress.ended());
        assertEquals(0, progress.perSecond());
      }
    }
  }

  @Test
  void aSlowScreenIsNotFlooded() throws Exception {
    LiveScoring live = live();
    live.on(new ScoringEvent.Started(10, 0));
    live.start(List::of);
    for (int i = 0; i < 10; i++) {
      live.on(scored(i));
      live.on(new ScoringEvent.Started(10, i));
    }
    // meanwhile the ticker ticks; the service numbers come once a second and tell the time
    screen.until("a while has passed", () -> seen.services > 0);
    assertTrue(seen.progress.size() <= 16, "12 a second at most: " + seen.progress.size());
    live.close();
    screen.turn();
    int told = seen.progress.size();
    screen.turn();
    assertEquals(told, seen.progress.size(), "nothing comes after the end");
    assertEquals(0, seen.last().perSecond());
  }
}
