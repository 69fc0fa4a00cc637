package org.coverscape.screen;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.coverscape.app.DesktopApplication;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The program with its window, and a user before it. Used by the thread of a test. */
final class Desktop {
  private static final int PATIENCE_SECONDS = 40;

  private final FxRobot robot = new FxRobot();
  private final Stage stage;
  private @Nullable Application program;

  private Desktop(Stage stage) {
    this.stage = stage;
  }

  /**
   * A display to work on; without one, the test is skipped, or fails where the variable {@code
   * COVERSCAPE_SCREEN_TESTS} is {@code required}.
   */
  static Desktop open() throws TimeoutException {
    boolean linux =
        System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT).contains("linux");
    if (linux && System.getenv("DISPLAY") == null) {
      String sentence = "There is no display (DISPLAY is not set); run the tests under xvfb-run.";
      if ("required".equals(System.getenv("COVERSCAPE_SCREEN_TESTS"))) {
        fail(sentence);
      }
      assumeTrue(false, sentence);
    }
    System.setProperty("testfx.robot", "glass");
    System.setProperty("prism.order", "sw");
    return new Desktop(FxToolkit.registerPrimaryStage());
  }

  /** Starts the program with a folder of its own. */
  void start(Path home, String... arguments) throws TimeoutException {
    System.setProperty("coverscape.home", home.toString());
    FxToolkit.toolkitContext().setSetupTimeoutInMillis(60_000);
    program = FxToolkit.setupApplication(DesktopApplication.class, arguments);
  }

  /** Closes the window and ends the program, as a user who has seen enough. */
  void stop() throws Exception {
    Application running = program;
    program = null;
    if (running != null) {
      FxToolkit.hideStage();
      WaitForAsyncUtils.asyncFx(
              () -> {
                running.stop();
                return true;
              })
          .get(60, TimeUnit.SECONDS);
    }
  }

  Stage stage() {
    return stage;
  }

  /** Gives the window another size. */
  void resize(double width, double height) throws Exception {
    get(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
          return true;
        });
  }

  FxRobot robot() {
    return robot;
  }

  /** What the JavaFX thread makes of something. */
  <T> T get(Callable<T> question) throws Exception {
    return WaitForAsyncUtils.asyncFx(question).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits until something holds. */
  void until(String what, Callable<Boolean> holds) throws Exception {
    until(what, PATIENCE_SECONDS, holds);
  }

  void until(String what, int seconds, Callable<Boolean> holds) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> get(holds));
    } catch (TimeoutException e) {
      throw new AssertionError("not within " + seconds + " s: " + what + "\n" + texts(), e);
    }
  }

  /** What stands in the window, for a message. */
  private String texts() throws Exception {
    return get(
        () -> {
          StringBuilder all = new StringBuilder();
          for (Node node : robot.lookup(n -> n instanceof Labeled).queryAll()) {
            if (node.getId() != null && isSeen(node)) {
              all.append(node.getId()).append(": ").append(((Labeled) node).getText()).append('\n');
            }
          }
          return all.toString();
        });
  }

  /** A node by its id, where it is on screen. */
  Optional<Node> seen(String id) {
    return robot.lookup("#" + id).queryAll().stream().filter(Desktop::isSeen).findFirst();
  }

  static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null
        && node.getScene().getWindow() != null
        && node.getScene().getWindow().isShowing();
  }

  boolean isSeen(String id) {
    return seen(id).isPresent();
  }

  /** The text of a node that is on screen; empty where it is not. */
  String text(String id) {
    return seen(id).map(node -> String.valueOf(((Labeled) node).getText())).orElse("");
  }

  /** Clicks a node, once it is on screen and may be clicked. */
  void click(String id) throws Exception {
    until(id + " can be clicked", () -> seen(id).filter(node -> !node.isDisabled()).isPresent());
    robot.clickOn(get(() -> seen(id).orElseThrow()));
  }

  void press(KeyCode... keys) {
    robot.push(keys);
  }

  /** A place of the map on the screen, in parts of its width and height. */
  Point2D place(double x, double y) throws Exception {
    return get(
        () -> {
          Node map = seen("map").orElseThrow();
          Bounds size = map.getLayoutBounds();
          return map.localToScreen(x * size.getWidth(), y * size.getHeight());
        });
  }

  /** Draws from a place to another, as with a mouse that is held down. */
  void drag(Point2D from, Point2D to) {
    robot
        .moveTo(from)
        .press(MouseButton.PRIMARY)
        .moveTo(from.midpoint(to))
        .moveTo(to)
        .release(MouseButton.PRIMARY);
  }

  /** The screen under the window, pop-overs and all. */
  WritableImage capture() throws Exception {
    return get(
        () ->
            new Robot()
                .getScreenCapture(
                    null, stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
  }

  /** How many of the pixels of the map's middle have another colour than in an earlier capture. */
  double changed(WritableImage before) throws Exception {
    WritableImage now = capture();
    Bounds map =
        get(
            () ->
                seen("map")
                    .orElseThrow()
                    .localToScreen(seen("map").orElseThrow().getLayoutBounds()));
    int differ = 0;
    int all = 0;
    for (double part = 0.05; part < 0.95; part += 0.01) {
      for (double down = 0.2; down < 0.8; down += 0.01) {
        int x = (int) (map.getMinX() - stage.getX() + part * map.getWidth());
        int y = (int) (map.getMinY() - stage.getY() + down * map.getHeight());
        all++;
        differ +=
            before.getPixelReader().getArgb(x, y) == now.getPixelReader().getArgb(x, y) ? 0 : 1;
      }
    }
    return (double) differ / all;
  }
}
