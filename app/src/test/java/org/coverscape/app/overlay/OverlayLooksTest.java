package org.coverscape.app.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.export.ClassPalette;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.map.cell.CellPattern;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Cells as they are kept, and as they look. */
class OverlayLooksTest {
  private static final int OPAQUE = 0xFF000000;
  private static final float[] FORESTED = {0, 0, 0, 0.93f, 0.07f, 0};
  private static final float[] NONE = {0.05f, 0.05f, 0.05f, 0.05f, 0.05f, 0.05f};

  private final CellStore cells = new CellStore();
  private final OverlayColours colours = OverlayColours.of(ClassPalette.standard());

  private OverlayLooks looks(OverlayView view, int threshold) {
    return new OverlayLooks(cells, colours, view, threshold, true);
  }

  private OverlayLooks classes() {
    return looks(OverlayView.CLASSES, 0);
  }

  private void scored(int row, int col, float[] scores) {
    cells.put(
        new ChipOutcome.Scored(
            ChipGrid.of(TiffFixtures.ZONE).index(row, col),
            List.of(),
            ClassScores.of(scores),
            "s:1"));
  }

  private void unscored(int row, int col, UnscoredReason reason) {
    cells.put(
        new ChipOutcome.Unscored(
            ChipGrid.of(TiffFixtures.ZONE).index(row, col), List.of(), reason, ""));
  }

  /** Awaits the cells with rows and columns 64 to 95. */
  private void awaitSquare() {
    Envelope ground = new Envelope(64 * 224 + 1, 96 * 224 - 1, 64 * 224 + 1, 96 * 224 - 1);
    RegionCover.ofGround(new GeometryFactory().toGeometry(ground), ChipGrid.of(TiffFixtures.ZONE))
        .forEach(cells::expect);
  }

  @Test
  void nothingIsKnownOutsideOfTheRegion() {
    assertEquals(0, classes().argb(3, 4));
    assertEquals(CellPattern.PLAIN, classes().pattern(3, 4));
    assertEquals(Optional.empty(), cells.label(3, 4));
    assertEquals(0, cells.confidence(-3, -4));
  }

  @Test
  void aScoredCellKeepsClassAndConfidence() {
    scored(-5, 70_000, FORESTED);
    assertEquals(OPAQUE | 0x38814E, classes().argb(-5, 70_000));
    assertEquals(CellPattern.PLAIN, classes().pattern(-5, 70_000));
    assertEquals(93, cells.confidence(-5, 70_000));
    assertEquals(Optional.of("forested"), cells.label(-5, 70_000));
    assertEquals(Optional.empty(), cells.reason(-5, 70_000));
    assertEquals(0, classes().argb(-5, 69_999));
    assertEquals(0, classes().argb(-6, 70_000));
    assertTrue(Math.abs(classes().bornNanos(-5, 70_000) - System.nanoTime()) < 60e9);
  }

  @Test
  void theStatesOfACellLookDifferentFromEachOther() {
    scored(64, 64, FORESTED);
    scored(64, 65, NONE);
    unscored(64, 66, UnscoredReason.SERVICE);
    assertEquals(CellPattern.PLAIN, classes().pattern(64, 64));
    assertEquals(CellPattern.DOTS, classes().pattern(64, 65));
    assertEquals(CellPattern.HATCH, classes().pattern(64, 66));
    assertEquals(Optional.of("unclassified"), cells.label(64, 65));
    assertEquals(Optional.of("not scored"), cells.label(64, 66));
    assertEquals(
        3, IntStream.of(64, 65, 66).map(col -> classes().argb(64, col)).distinct().count());
  }

  @Test
  void everyReasonIsKept() {
    for (UnscoredReason reason : UnscoredReason.values()) {
      unscored(7, reason.ordinal(), reason);
      assertEquals(Optional.of(reason), cells.reason(7, reason.ordinal()));
    }
  }

  @Test
  void aLaterEndReplacesAnEarlierOneAndIsNotAwaitedAgain() {
    awaitSquare();
    unscored(70, 70, UnscoredReason.SERVICE);
    scored(70, 70, FORESTED);
    assertEquals(Optional.of("forested"), cells.label(70, 70));
    awaitSquare();
    assertEquals(Optional.of("forested"), cells.label(70, 70));
  }

  @Test
  void theCoarsePassShowsThroughWhereAnAnswerIsAwaited() {
    awaitSquare();
    assertEquals(0, classes().argb(69, 70));
    scored(64, 64, FORESTED);
    assertEquals(0x59000000 | 0x38814E, classes().argb(69, 70), "of every eighth cell");
    scored(68, 68, new float[] {0, 0.99f, 0, 0, 0, 0});
    assertEquals(0x59000000 | 0xAB6C28, classes().argb(69, 70), "of every fourth cell");
    scored(69, 70, new float[] {0.99f, 0, 0, 0, 0, 0});
    assertEquals(OPAQUE | 0xB3AC9F, classes().argb(69, 70), "its own");
    assertEquals(0, classes().argb(96, 96), "not outside of the region");
  }

  @Test
  void unclassifiedAndUnscoredGroundLendsNoColour() {
    awaitSquare();
    scored(64, 64, NONE);
    unscored(72, 72, UnscoredReason.NODATA);
    assertEquals(0, classes().argb(65, 65));
    assertEquals(0, classes().argb(73, 73));
  }

  @Test
  void belowTheThresholdAClassIsDesaturated() {
    scored(1, 1, FORESTED);
    assertEquals(OPAQUE | 0x38814E, looks(OverlayView.CLASSES, 93).argb(1, 1));
    int faint = looks(OverlayView.CLASSES, 94).argb(1, 1);
    assertNotEquals(OPAQUE | 0x38814E, faint);
    assertTrue(spread(faint) < spread(0x38814E) / 3);
  }

  private static int spread(int rgb) {
    int[] bands = {rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF};
    return IntStream.of(bands).max().orElseThrow() - IntStream.of(bands).min().orElseThrow();
  }

  @Test
  void theConfidenceViewRunsFromPaleToDark() {
    int[] bright = new int[5];
    for (int i = 0; i < 5; i++) {
      int rgb = OverlayColours.confidence(20 * i + 10);
      bright[i] = (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
      assertEquals(rgb, OverlayColours.confidence(20 * i + 1), "steps of 20");
      assertEquals(rgb, OverlayColours.confidence(20 * i + 20), "steps of 20");
    }
    for (int i = 1; i < 5; i++) {
      assertTrue(bright[i] < bright[i - 1]);
    }
    scored(1, 1, FORESTED);
    assertEquals(
        OPAQUE | OverlayColours.confidence(93), looks(OverlayView.CONFIDENCE, 0).argb(1, 1));
  }

  @Test
  void theStatusViewTellsScoredFaintUnclassifiedAndUnscoredApart() {
    scored(1, 1, FORESTED);
    scored(1, 2, new float[] {0, 0, 0, 0.5f, 0.4f, 0.1f});
    scored(1, 3, NONE);
    unscored(1, 4, UnscoredReason.NO_IMAGERY);
    OverlayLooks status = looks(OverlayView.STATUS, 80);
    assertEquals(4, IntStream.rangeClosed(1, 4).map(col -> status.argb(1, col)).distinct().count());
  }

  @Test
  void everyClassHasItsColourOfThePalette() {
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      float[] scores = new float[6];
      scores[landCover.id() - 1] = 0.9f;
      scored(2, landCover.id(), scores);
      assertEquals(
          OPAQUE | ClassPalette.standard().of(landCover), classes().argb(2, landCover.id()));
    }
  }

  /** Rows and columns 1 to 2 of chips; only half of the south-western one is of the region. */
  @Test
  void aDenseAnswerPaintsItsCellsThatTheRegionTouches() {
    ChipGrid chips = ChipGrid.of(TiffFixtures.ZONE);
    CellStore fine = CellStore.of(chips.cells());
    Envelope ground = new Envelope(224 + 100, 3 * 224 - 1, 224 + 1, 3 * 224 - 1);
    RegionCover.ofGround(new GeometryFactory().toGeometry(ground), chips.cells())
        .forEach(fine::expect);
    float[] numbers = new float[ChipAnswer.DENSE_NUMBERS];
    for (int cell = 0; cell < 49; cell++) {
      // the northern row is barren, the others are forested
      numbers[6 * cell + (cell < 7 ? 0 : 3)] = (50 + cell) / 100f;
    }
    ChipAnswer answer = ChipAnswer.dense(numbers);
    fine.put(
        new ChipOutcome.Scored(
            chips.index(1, 1),
            List.of(),
            answer.scores(),
            "s:1",
            answer.cells().map(cell -> cell.within(~(1L << 6)))));
    OverlayLooks looks = new OverlayLooks(fine, colours, OverlayView.CLASSES, 0, false);
    assertEquals(OPAQUE | 0xB3AC9F, looks.argb(13, 12));
    assertEquals(Optional.of(UnscoredReason.NODATA), fine.reason(13, 13));
    assertEquals(OPAQUE | 0x38814E, looks.argb(12, 13));
    assertEquals(50 + 7 * 6 + 3, fine.confidence(7, 10));
    assertEquals(0, looks.argb(7, 9), "beside the region");
    assertEquals(Optional.empty(), fine.label(7, 9));
    fine.put(new ChipOutcome.Unscored(chips.index(2, 2), List.of(), UnscoredReason.SERVICE, ""));
    assertEquals(Optional.of(UnscoredReason.SERVICE), fine.reason(14, 20));
    assertEquals(Optional.of(UnscoredReason.SERVICE), fine.reason(20, 14));
    assertEquals(Optional.empty(), fine.reason(21, 14));
  }
}
