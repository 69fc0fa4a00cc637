package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.CrankedScreen;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.sample.SampleArea;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.coverscape.map.draw.Sketch;
import org.coverscape.map.draw.SketchPad;
import org.coverscape.map.draw.SketchPolygon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegionModelTest {
  private final CrankedScreen screen = new CrankedScreen();
  private final Background background = new Background(screen);
  private final SketchPad pad = new SketchPad();
  private final RegionModel model = new RegionModel(pad, background);

  @AfterEach
  void close() {
    background.close();
  }

  private static Sketch drawn(double... degrees) {
    List<MapPoint> points = new ArrayList<>();
    for (int i = 0; i < degrees.length; i += 2) {
      points.add(MapPoint.ofDegrees(degrees[i], degrees[i + 1]));
    }
    return Sketch.of(SketchPolygon.of(points));
  }

  private static Sketch square(double size) {
    return drawn(-98.9, 39.9, -98.9 + size, 39.9, -98.9 + size, 39.9 + size, -98.9, 39.9 + size);
  }

  /** Regions as they come from now on. */
  private List<Region> news() {
    List<Region> news = new ArrayList<>();
    model.regionProperty().addListener((o, was, is) -> news.add(is));
    return news;
  }

  private double draw(Sketch sketch) throws InterruptedException {
    List<Region> news = news();
    pad.replace(sketch);
    screen.until("it is ground", () -> !news.isEmpty());
    return model.squareMetresProperty().get();
  }

  @Test
  void whatIsDrawnIsGroundWithAnArea() throws Exception {
    // 0.01° by 0.01° at 39.9° N: 855.2 m by 1110.4 m
    assertEquals(949_600, draw(square(0.01)), 1_000);
    assertEquals("", model.problemProperty().get());
  }

  @Test
  void undoBringsTheFormerRegionBack() throws Exception {
    double first = draw(square(0.01));
    double second = draw(square(0.02));
    assertTrue(second > 3.9 * first);
    List<Region> news = news();
    pad.undo();
    screen.until("the first is back", () -> !news.isEmpty());
    assertEquals(first, model.squareMetresProperty().get(), 1e-6);
    pad.undo();
    assertNull(model.regionProperty().get());
    assertNull(model.squareMetresProperty().get());
  }

  @Test
  void anOutlineThatIsNoGroundIsToldInOneSentence() throws Exception {
    draw(square(0.01));
    pad.replace(drawn(-98.9, 39.9, -98.8, 40.0, -98.8, 39.9, -98.9, 40.0));
    screen.until("it is refused", () -> !model.problemProperty().get().isEmpty());
    assertTrue(model.problemProperty().get().endsWith("."));
    assertNull(model.regionProperty().get());
    pad.undo();
    screen.until("the square is back", () -> model.regionProperty().get() != null);
    assertEquals("", model.problemProperty().get());
  }

  @Test
  void anOpenedRegionStaysExactlyAsItIsUntilItIsEdited() throws Exception {
    Region sample = SampleArea.region();
    List<MapBox> shown = new ArrayList<>();
    model.use(sample, "Sample region", shown::add);
    screen.until("it is there", () -> !shown.isEmpty());
    assertSame(sample, model.regionProperty().get());
    assertEquals("Sample region", model.nameProperty().get());
    assertFalse(pad.sketch().isEmpty());
    screen.turn();
    assertSame(sample, model.regionProperty().get());
    draw(square(0.01));
    assertEquals("", model.nameProperty().get());
  }

  @Test
  void nothingOfAFormerProjectComesAfterItIsClosed() throws Exception {
    draw(square(0.01));
    model.use(SampleArea.region(), "late", box -> {});
    model.reset();
    List<Integer> done = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      background.run(() -> 1, done::add, sentence -> {});
    }
    screen.until("the background is done", () -> done.size() == 8);
    screen.turn();
    assertNull(model.regionProperty().get());
    assertEquals("", model.nameProperty().get());
    assertFalse(pad.canUndoProperty().get(), "undo must not reach into another project");
  }

  @Test
  void openedTwiceItIsStillExact() throws Exception {
    Region sample = SampleArea.region();
    List<String> shown = new ArrayList<>();
    model.use(sample, "a", box -> shown.add("a"));
    screen.until("once", () -> shown.size() == 1);
    model.reset();
    model.use(sample, "b", box -> shown.add("b"));
    screen.until("twice", () -> shown.size() == 2);
    assertSame(sample, model.regionProperty().get());
    assertEquals("b", model.nameProperty().get());
  }
}
