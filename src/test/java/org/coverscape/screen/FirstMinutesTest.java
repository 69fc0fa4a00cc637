package org.coverscape.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.Raster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javax.imageio.ImageIO;
import org.coverscape.engine.picture.BandView;
import org.coverscape.engine.place.FeatureFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The first minutes of a new user, step by step; each step goes on where the last one ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstMinutesTest {
  private static final Logger LOG = Logger.getLogger(FirstMinutesTest.class.getName());

  private final Desktop desktop;
  private final FxWatch watch;
  private final Path folder;
  private final Path home;
  private String hectares = "";

  FirstMinutesTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    home = folder.resolve("home");
    desktop = Desktop.open();
    desktop.start(home);
    Thread screen = desktop.get(Thread::currentThread);
    watch = new FxWatch(screen);
  }

  @BeforeAll
  void firstStart() throws Exception {
    desktop.until("the tour is shown", () -> desktop.isSeen("tour"));
  }

  @AfterAll
  void end() throws Exception {
    watch.close();
    desktop.stop();
  }

  @Test
  @Order(1)
  void theTourIsShownAndTheServiceIsReadyWithoutAClick() throws Exception {
    Pictures.take(desktop, "tour");
    desktop.click("tour-skip");
    desktop.until("the tour is gone", () -> !desktop.isSeen("tour"));
    desktop.until("the service is ready", () -> desktop.text("services").equals("1 service ready"));
    desktop.until("the sample is there", () -> !desktop.text("region-hectares").isEmpty());
    desktop.until("a run is possible", () -> !desktop.seen("run").orElseThrow().isDisabled());
    assertEquals("Sample – Coverscape", desktop.get(() -> desktop.stage().getTitle()));
    WaitForChange.untilStill(desktop);
    Pictures.take(desktop, "start");
  }

  @Test
  @Order(2)
  void aRectangleIsDrawnAndMeasuredWhileItIsDrawn() throws Exception {
    String sample = desktop.text("region-hectares");
    desktop.click("tool-rectangle");
    Point2D from = desktop.place(0.3, 0.22);
    Point2D to = desktop.place(0.7, 0.78);
    desktop.robot().moveTo(from).press(javafx.scene.input.MouseButton.PRIMARY);
    desktop.robot().moveTo(from.midpoint(to));
    desktop.until("the area follows", () -> !desktop.text("region-hectares").equals(sample));
    String half = desktop.text("region-hectares");
    desktop.robot().moveTo(to);
    desktop.until("the area follows", () -> !desktop.text("region-hectares").equals(half));
    Pictures.take(desktop, "drawing");
    desktop.robot().release(javafx.scene.input.MouseButton.PRIMARY);
    desktop.until("there is a plan", () -> desktop.text("run-estimate").startsWith("about "));
    hectares = desktop.text("region-hectares");
    assertTrue(hectares.matches("[\\d,.]+ ha"), hectares);
    desktop.press(KeyCode.CONTROL, KeyCode.Z);
    desktop.until(
        "the sample's region is back", () -> desktop.text("region-hectares").equals(sample));
    desktop.press(KeyCode.CONTROL, KeyCode.Y);
    desktop.until("and the rectangle", () -> desktop.text("region-hectares").equals(hectares));
  }

  @Test
  @Order(3)
  void classesAppearWhileItRuns() throws Exception {
    desktop.press(KeyCode.ESCAPE);
    desktop.until("a run is possible", () -> !desktop.seen("run").orElseThrow().isDisabled());
    WritableImage before = desktop.capture();
    desktop.press(KeyCode.R);
    desktop.until(
        "progress is told",
        () -> desktop.text("run-status").matches("[1-9][\\d,]* of [\\d,]+ chips.*"));
    desktop.until("it can be cancelled", () -> desktop.isSeen("cancel"));
    WaitForChange.until(desktop, before, 0.02);
    boolean running = desktop.get(() -> desktop.isSeen("cancel"));
    if (Pictures.isWanted()) {
      desktop.until("a third is scored", () -> chipsScored() > 40);
    }
    Pictures.take(desktop, "running");
    desktop.until("it ends", () -> desktop.text("run-status").startsWith("Finished: "));
    assertTrue(running, "colours came while it ran");
    desktop.until("the legend is filled", () -> !desktop.text("ha-forested").isEmpty());
    Pictures.take(desktop, "finished");
    assertTrue(desktop.changed(before) > 0.1, "the map is coloured");
  }

  /** The first number of the run's status; all of it when that has ended. */
  private int chipsScored() {
    String status = desktop.text("run-status");
    return status.matches("\\d+ of .*")
        ? Integer.parseInt(status.substring(0, status.indexOf(' ')))
        : Integer.MAX_VALUE;
  }

  @Test
  @Order(4)
  void hoveringTellsClassAndDate() throws Exception {
    desktop.robot().moveTo(desktop.place(0.45, 0.45)).moveTo(desktop.place(0.5, 0.5));
    desktop.until("it hovers", () -> desktop.text("hover-class").matches("[a-z]+  [01]\\.\\d\\d"));
    desktop.until(
        "with its date", () -> desktop.text("hover-imagery").equals("imagery 2021-06-15"));
    assertTrue(desktop.text("coordinates").contains("98."), desktop.text("coordinates"));
  }

  @Test
  @Order(5)
  void aClickShowsTheChip() throws Exception {
    desktop.robot().clickOn(desktop.place(0.5, 0.5));
    desktop.until("the card is shown", () -> desktop.isSeen("chip-card"));
    ImageView pixels = (ImageView) desktop.get(() -> desktop.seen("chip-pixels").orElseThrow());
    assertEquals(224, desktop.get(() -> pixels.getImage().getWidth()));
    Pane scores = (Pane) desktop.get(() -> desktop.seen("chip-scores").orElseThrow());
    List<String> names = desktop.get(() -> labels(scores));
    for (String name :
        List.of("barren", "cultivated", "developed", "forested", "herbaceous", "shrub")) {
      assertTrue(names.contains(name), names.toString());
    }
    Pictures.take(desktop, "chip");
    desktop.press(KeyCode.ESCAPE);
    desktop.until("the card is gone", () -> !desktop.isSeen("chip-card"));
  }

  private static List<String> labels(Parent parent) {
    List<String> texts = new ArrayList<>();
    for (Node node : parent.lookupAll(".label")) {
      texts.add(((Labeled) node).getText());
    }
    return texts;
  }

  @Test
  @Order(6)
  void confidenceAndStatusAreOtherViews() throws Exception {
    WritableImage classes = desktop.capture();
    desktop.press(KeyCode.DIGIT2);
    WaitForChange.until(desktop, classes, 0.1);
    Pictures.take(desktop, "confidence");
    WritableImage confidence = desktop.capture();
    desktop.press(KeyCode.DIGIT3);
    WaitForChange.until(desktop, confidence, 0.1);
    Pictures.take(desktop, "status");
    desktop.press(KeyCode.DIGIT1);
    WaitForChange.untilStill(desktop);
    WritableImage shown = desktop.capture();
    desktop.press(KeyCode.S);
    WaitForChange.until(desktop, shown, 0.1);
    desktop.press(KeyCode.S);
  }

  @Test
  @Order(7)
  void filesAreExportedAndReadBack() throws Exception {
    Path to = folder.resolve("export");
    desktop.press(KeyCode.CONTROL, KeyCode.E);
    desktop.until("the panel is shown", () -> desktop.isSeen("export-panel"));
    TextInputControl where =
        (TextInputControl) desktop.get(() -> desktop.seen("export-folder").orElseThrow());
    assertTrue(desktop.get(where::getText).endsWith("export"));
    // a picture for everyone shows nobody's folders
    write(where, "/home/user/land cover");
    Pictures.take(desktop, "export");
    write(where, to.toString());
    desktop.click("export-write");
    desktop.until("it is done", () -> desktop.text("export-done").startsWith("Wrote "));
    Raster raster = ImageIO.read(to.resolve("landcover.tif").toFile()).getRaster();
    Set<Integer> classes = new TreeSet<>();
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        classes.add(raster.getSample(x, y, 0));
      }
    }
    classes.remove(0);
    assertTrue(classes.size() > 2, "several classes: " + classes);
    assertTrue(Set.of(1, 2, 3, 4, 5, 6).containsAll(classes), classes.toString());
    assertFalse(FeatureFile.read(to.resolve("landcover.shp")).features().isEmpty());
    desktop.press(KeyCode.ESCAPE);
    desktop.until("the panel is gone", () -> !desktop.isSeen("export-panel"));
  }

  private void write(TextInputControl field, String text) throws Exception {
    desktop.get(
        () -> {
          field.setText(text);
          return true;
        });
  }

  @Test
  @Order(8)
  void servicesAreAddedAndRemoved() throws Exception {
    desktop.click("services");
    desktop.until("the panel is shown", () -> desktop.isSeen("services-panel"));
    desktop.click("service-address");
    desktop.robot().write("localhost:1");
    desktop.press(KeyCode.ENTER);
    desktop.until(
        "it does not answer", () -> desktop.text("services").equals("Service does not answer"));
    desktop.click("service-address");
    desktop.robot().write("nonsense");
    desktop.press(KeyCode.ENTER);
    desktop.until("it is refused", () -> desktop.text("service-problem").endsWith("."));
    Pictures.take(desktop, "services");
    Node bin =
        desktop.get(
            () ->
                desktop
                    .robot()
                    .lookup(n -> "Take this service off the list".equals(n.getAccessibleText()))
                    .query());
    desktop.robot().clickOn(bin);
    desktop.until(
        "the built-in one is used", () -> desktop.text("services").equals("1 service ready"));
    desktop.press(KeyCode.ESCAPE);
    desktop.until("the panel is gone", () -> !desktop.isSeen("services-panel"));
  }

  @Test
  @Order(9)
  void theLookIsChanged() throws Exception {
    WritableImage light = desktop.capture();
    desktop.press(KeyCode.F1);
    desktop.until("the keys are listed", () -> desktop.isSeen("shortcuts"));
    Pictures.take(desktop, "shortcuts");
    desktop.press(KeyCode.F1);
    desktop.until("they are gone", () -> !desktop.isSeen("shortcuts"));
    desktop.click("theme");
    int corner = light.getPixelReader().getArgb(500, 8);
    desktop.until(
        "it is dark",
        () ->
            new javafx.scene.robot.Robot()
                    .getPixelColor(desktop.stage().getX() + 500, desktop.stage().getY() + 8)
                    .getBrightness()
                < 0.4);
    assertTrue((corner >> 16 & 0xFF) > 128, "it was light before");
    Pictures.take(desktop, "dark");
    desktop.click("theme");
  }

  @Test
  @Order(10)
  void nothingIsClippedInASmallWindow() throws Exception {
    double width = desktop.stage().getWidth();
    double height = desktop.stage().getHeight();
    desktop.resize(1024, 700);
    desktop.until("it is laid out", () -> desktop.stage().getScene().getWidth() <= 1024);
    List<String> clipped = desktop.get(() -> ClippedText.of(desktop));
    Pictures.take(desktop, "small");
    desktop.resize(width, height);
    assertEquals(List.of(), clipped);
  }

  @Test
  @Order(11)
  void aRunIsPausedCancelledAndContinued() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    desktop.get(
        () -> {
          Node pause = desktop.robot().lookup("#pause").query();
          pause.visibleProperty().addListener((o, was, is) -> runs.addAndGet(is ? 1 : 0));
          return pause;
        });
    boolean paused = false;
    // a run of a second may be over before the key is pressed; the next is as good
    for (int run = 1; run <= 10 && !paused; run++) {
      int before = run - 1;
      desktop.press(KeyCode.R);
      desktop.until("it runs, or has run", () -> runs.get() > before);
      desktop.press(KeyCode.SHIFT, KeyCode.R);
      desktop.until("it is paused, or over", () -> isPaused() || !desktop.isSeen("pause"));
      paused = desktop.get(this::isPaused);
    }
    assertTrue(paused, "no run could be paused");
    desktop.click("cancel");
    desktop.until("it has stopped", () -> desktop.text("run-status").startsWith("Stopped at "));
    assertEquals("Continue where it stopped", desktop.text("go-on"));
    desktop.click("go-on");
    desktop.until("it ends", () -> desktop.text("run-status").startsWith("Finished: "));
  }

  private boolean isPaused() {
    return desktop.text("run-status").startsWith("Paused at ");
  }

  @Test
  @Order(12)
  void placesAreFoundWithTheKeyboard() throws Exception {
    String near = desktop.text("scale");
    desktop.press(KeyCode.CONTROL, KeyCode.F);
    desktop.robot().write("kansas");
    desktop.press(KeyCode.ENTER);
    desktop.until("the map is there", () -> !desktop.text("scale").equals(near));
    desktop.robot().clickOn(desktop.place(0.5, 0.5));
    desktop.press(KeyCode.F);
    desktop.until("and back at the region", () -> desktop.text("scale").length() <= near.length());
    WaitForChange.untilStill(desktop);
  }

  @Test
  @Order(13)
  @SuppressWarnings("unchecked")
  void infraredIsShown() throws Exception {
    WritableImage before = desktop.capture();
    ComboBox<BandView> bands =
        (ComboBox<BandView>) desktop.get(() -> desktop.robot().lookup("#bands").query());
    desktop.get(
        () -> {
          bands.setValue(BandView.COLOUR_INFRARED);
          return true;
        });
    WaitForChange.until(desktop, before, 0.3);
    WaitForChange.untilStill(desktop);
  }

  @Test
  @Order(14)
  void theScreensThreadDidNoForeignWork() throws Exception {
    LOG.info(watch.report());
    assertEquals(List.of(), watch.forbidden());
    assertTrue(watch.longest() < 1_000, watch.report());
  }

  @Test
  @Order(15)
  void closedAndOpenedAgainAllIsBack() throws Exception {
    desktop.stop();
    desktop.start(home);
    desktop.until("the region is back", () -> desktop.text("region-hectares").equals(hectares));
    desktop.until("the job is back", () -> desktop.text("run-status").startsWith("Finished: "));
    desktop.until("its areas are back", () -> !desktop.text("ha-forested").isEmpty());
    assertFalse(desktop.isSeen("tour"), "the tour is shown once");
    desktop.robot().moveTo(desktop.place(0.45, 0.45)).moveTo(desktop.place(0.5, 0.5));
    desktop.until(
        "the cells are back", () -> desktop.text("hover-class").matches("[a-z]+  [01]\\.\\d\\d"));
  }
}
