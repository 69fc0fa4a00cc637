package org.coverscape.map.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.coverscape.map.GroundClick;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapLayer;
import org.coverscape.map.MapPane;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;
import org.coverscape.map.cell.CellLayer;
import org.coverscape.map.draw.LensLayer;
import org.coverscape.map.draw.PolygonTool;
import org.coverscape.map.draw.SketchLayer;
import org.coverscape.map.draw.SketchPad;
import org.coverscape.map.tile.TileAddress;
import org.coverscape.map.tile.TileLayer;
import org.coverscape.map.tile.TilePixels;
import org.coverscape.map.tile.TileSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real window; skipped where there is no display. */
class MapPaneScreenTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;
  private MapPane map;
  private Stage stage;

  @BeforeEach
  void openWindow() throws Exception {
    Fx.start();
    map = Fx.get(MapPane::new);
    stage = Fx.get(Stage::new);
    Fx.run(
        () -> {
          map.show(new MapBox(-1_000, -1_000, 1_000, 1_000), true);
          stage.setScene(new javafx.scene.Scene(map, WIDTH, HEIGHT));
          stage.show();
        });
    Fx.until("the map is laid out", () -> map.viewport().width() == WIDTH);
  }

  @AfterEach
  void closeWindow() throws Exception {
    if (stage != null) {
      Fx.run(
          () -> {
            map.close();
            stage.close();
          });
    }
  }

  @Test
  void showsABoxThatWasAskedForBeforeTheWindowWasOpen() throws Exception {
    assertTrue(Fx.get(() -> map.viewport().box().contains(new MapBox(-1e3, -1e3, 1e3, 1e3))));
    assertEquals(5.5, map.viewport().metresPerPixel(), 0.01);
  }

  @Test
  void theWheelZoomsAboutTheCursor() throws Exception {
    MapPoint ground = map.viewport().ground(123, 321);
    fire(Gesture.wheel(123, 321, 80));
    Fx.until("it zooms", () -> Math.abs(map.viewport().metresPerPixel() - 2.75) < 0.01);
    assertEquals(ground.x(), map.viewport().mapX(123), 1e-6);
    assertEquals(ground.y(), map.viewport().mapY(321), 1e-6);
  }

  @Test
  void draggingMovesTheGroundWithTheHand() throws Exception {
    MapPoint ground = map.viewport().ground(100, 100);
    drag(MouseButton.PRIMARY);
    assertEquals(ground.x(), map.viewport().mapX(160), 1e-6);
    assertEquals(ground.y(), map.viewport().mapY(70), 1e-6);
  }

  @Test
  void anotherToolStillPansWithTheMiddleButtonAndTheSpaceBar() throws Exception {
    SketchPad pad = new SketchPad();
    PolygonTool tool = new PolygonTool(pad);
    Fx.run(() -> map.toolProperty().set(tool));
    Viewport before = map.viewport();
    drag(MouseButton.PRIMARY);
    assertEquals(before, map.viewport());
    drag(MouseButton.MIDDLE);
    assertEquals(before.panned(60, -30), map.viewport());
    fire(Gesture.key(KeyEvent.KEY_PRESSED, KeyCode.SPACE));
    assertSame(Cursor.OPEN_HAND, Fx.get(map::getCursor));
    drag(MouseButton.PRIMARY);
    fire(Gesture.key(KeyEvent.KEY_RELEASED, KeyCode.SPACE));
    assertEquals(before.panned(120, -60), map.viewport());
    assertSame(Cursor.CROSSHAIR, Fx.get(map::getCursor));
  }

  @Test
  void keysMoveAndZoom() throws Exception {
    Viewport before = map.viewport();
    fire(Gesture.key(KeyEvent.KEY_PRESSED, KeyCode.RIGHT));
    Fx.until("it moves east", () -> map.viewport().centreX() > before.centreX() + 500);
    fire(Gesture.key(KeyEvent.KEY_PRESSED, KeyCode.PLUS));
    Fx.until("it zooms", () -> Math.abs(map.viewport().metresPerPixel() - 2.75) < 0.01);
  }

  @Test
  void clicksGoToTheApplicationAndADoubleClickZooms() throws Exception {
    List<GroundClick> clicks = new ArrayList<>();
    Fx.run(() -> map.setOnGroundClicked(clicks::add));
    MapPoint ground = map.viewport().ground(200, 100);
    double pixel = map.viewport().metresPerPixel();
    fire(mouse(MouseEvent.MOUSE_CLICKED, 200, 100, 1, true));
    fire(mouse(MouseEvent.MOUSE_CLICKED, 200, 100, 1, false));
    assertEquals(List.of(new GroundClick(ground, 4 * pixel, 1, false)), clicks);
    fire(mouse(MouseEvent.MOUSE_CLICKED, 200, 100, 2, true));
    Fx.until("it zooms", () -> map.viewport().metresPerPixel() < pixel * 0.51);
    assertEquals(2, clicks.size());
  }

  @Test
  void thePointerIsTheGroundUnderTheMouse() throws Exception {
    fire(mouse(MouseEvent.MOUSE_MOVED, 50, 60, 0, true));
    assertEquals(map.viewport().ground(50, 60), map.pointerProperty().get());
    Fx.run(() -> map.panBy(10, 10));
    assertEquals(map.viewport().ground(50, 60), map.pointerProperty().get());
    fire(mouse(MouseEvent.MOUSE_EXITED, -1, 60, 0, true));
    assertEquals(null, map.pointerProperty().get());
  }

  @Test
  void paintsOnlyWhenSomethingHasChanged() throws Exception {
    int[] paints = {0};
    PaintProbe probe = new PaintProbe("probe", now -> paints[0]++);
    Fx.run(() -> map.layers().add(probe));
    Fx.until("it is painted", () -> paints[0] > 0);
    Fx.pulses(3);
    int before = Fx.get(() -> paints[0]);
    Fx.pulses(20);
    assertEquals(before, Fx.get(() -> paints[0]));
    Fx.run(
        () -> {
          map.panBy(1, 0);
          map.panBy(1, 0);
          map.panBy(1, 0);
        });
    Fx.pulses(3);
    assertEquals(before + 1, Fx.get(() -> paints[0]), "once per pulse");
    Fx.run(() -> map.layers().remove(probe));
    Fx.run(() -> map.panBy(1, 0));
    Fx.pulses(3);
    assertEquals(before + 1, Fx.get(() -> paints[0]), "no longer on the map");
  }

  @Test
  void oldTilesStayUntilTheNewOnesAreThere() throws Exception {
    TileLayer tiles = new TileLayer("tiles", 2);
    CountDownLatch gate = new CountDownLatch(1);
    Fx.run(
        () -> {
          map.layers().add(tiles);
          tiles.setSource(new Plain(0xff112233, new CountDownLatch(0)));
        });
    untilPixel(Color.web("#112233"));
    Fx.run(() -> tiles.setSource(new Plain(0xff445566, gate)));
    Fx.pulses(10);
    assertEquals(Color.web("#112233"), pixel());
    gate.countDown();
    untilPixel(Color.web("#445566"));
    Fx.run(() -> tiles.setSource(null));
    untilPixel(Color.WHITE);
  }

  @Test
  void layersHaveOrderVisibilityAndOpacity() throws Exception {
    TileLayer low = new TileLayer("low", 1);
    TileLayer high = new TileLayer("high", 1);
    Fx.run(
        () -> {
          low.setSource(new Plain(0xff000000, new CountDownLatch(0)));
          high.setSource(new Plain(0xffffffff, new CountDownLatch(0)));
          high.visibleProperty().set(false);
          map.layers().addAll(List.<MapLayer>of(low, high));
        });
    untilPixel(Color.BLACK);
    Fx.run(() -> high.visibleProperty().set(true));
    untilPixel(Color.WHITE);
    Fx.run(() -> high.opacityProperty().set(0.5));
    Fx.until("grey", () -> Math.abs(pixelNow().getRed() - 0.5) < 0.02);
  }

  @Test
  void cellsAppearAndChange() throws Exception {
    CellLayer cells = new CellLayer("cells");
    int[] colour = {0xffaa0000};
    Fx.run(
        () -> {
          cells.setCells((xy, count) -> Arrays.fill(xy, 0.5), (row, col) -> colour[0]);
          map.layers().add(cells);
        });
    untilPixel(Color.web("#aa0000"));
    Fx.run(() -> map.panBy(400, 300));
    Fx.until("the new ground is painted", () -> pixelNow().equals(Color.web("#aa0000")));
    Fx.run(() -> colour[0] = 0xff00aa00);
    cells.changed();
    untilPixel(Color.web("#00aa00"));
    Fx.run(() -> cells.visibleProperty().set(false));
    untilPixel(Color.WHITE);
    Fx.run(() -> cells.visibleProperty().set(true));
    untilPixel(Color.web("#00aa00"));
    Fx.run(() -> cells.setCells(null, (row, col) -> 0));
    untilPixel(Color.WHITE);
  }

  @Test
  void theLensShowsOtherTilesAroundTheMouse() throws Exception {
    LensLayer lens =
        Fx.get(
            () -> {
              TileLayer tiles = new TileLayer("other", 1);
              tiles.setSource(new Plain(0xff0000ff, new CountDownLatch(0)));
              return new LensLayer("lens", map, tiles);
            });
    Fx.run(() -> map.layers().add(lens));
    fire(mouse(MouseEvent.MOUSE_MOVED, WIDTH / 2.0, HEIGHT / 2.0, 0, true));
    Fx.pulses(5);
    assertEquals(Color.WHITE, pixel());
    Fx.run(() -> lens.setActive(true));
    untilPixel(Color.BLUE);
    fire(mouse(MouseEvent.MOUSE_MOVED, 20, 20, 0, true));
    untilPixel(Color.WHITE);
  }

  @Test
  void aSketchIsSeen() throws Exception {
    SketchPad pad = new SketchPad();
    Fx.run(() -> map.layers().add(new SketchLayer("sketch", pad)));
    Fx.run(
        () -> {
          map.toolProperty().set(new PolygonTool(pad));
          for (double[] at : new double[][] {{250, 150}, {350, 150}, {300, 300}}) {
            Event.fireEvent(map, mouse(MouseEvent.MOUSE_PRESSED, at[0], at[1], 1, true));
          }
          Event.fireEvent(map, Gesture.key(KeyEvent.KEY_PRESSED, KeyCode.ENTER));
        });
    assertEquals(1, Fx.get(() -> pad.sketch().polygons().size()));
    Fx.until("it is filled", () -> !pixelNow().equals(Color.WHITE));
    assertNotEquals(Color.WHITE, pixel());
  }

  private void drag(MouseButton button) throws Exception {
    fire(Gesture.mouse(MouseEvent.MOUSE_PRESSED, button, 100, 100, 1, true));
    fire(Gesture.mouse(MouseEvent.MOUSE_DRAGGED, button, 130, 90, 1, false));
    fire(Gesture.mouse(MouseEvent.MOUSE_DRAGGED, button, 160, 70, 1, false));
    fire(Gesture.mouse(MouseEvent.MOUSE_RELEASED, button, 160, 70, 1, false));
  }

  private static MouseEvent mouse(
      EventType<MouseEvent> type, double x, double y, int clicks, boolean still) {
    return Gesture.mouse(type, MouseButton.PRIMARY, x, y, clicks, still);
  }

  private void fire(Event event) throws Exception {
    Fx.run(() -> Event.fireEvent(map, event));
  }

  private void untilPixel(Color colour) throws Exception {
    Fx.until("the middle becomes " + colour, () -> pixelNow().equals(colour));
  }

  private Color pixel() throws Exception {
    return Fx.get(this::pixelNow);
  }

  private Color pixelNow() {
    Image image = map.snapshot(null, null);
    assertNotNull(image);
    return image.getPixelReader().getColor(WIDTH / 2 + 7, HEIGHT / 2 + 5);
  }

  /** Tiles of one colour that come when a gate is open. */
  private record Plain(int argb, CountDownLatch gate) implements TileSource {
    @Override
    public Optional<TilePixels> load(TileAddress address) throws IOException, InterruptedException {
      gate.await();
      int[] pixels = new int[64];
      Arrays.fill(pixels, argb);
      return Optional.of(new TilePixels(8, 8, pixels));
    }

    @Override
    public int minZoom() {
      return 0;
    }

    @Override
    public int maxZoom() {
      return 20;
    }

    @Override
    public String attribution() {
      return "";
    }

    @Override
    public Optional<MapBox> extent() {
      return Optional.empty();
    }
  }
}
