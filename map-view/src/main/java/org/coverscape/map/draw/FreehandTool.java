package org.coverscape.map.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.coverscape.map.MapPoint;
import org.coverscape.map.MapTool;
import org.coverscape.map.Viewport;

/**
 * Draws an outline in one stroke, which is freed of what only a shaking hand has put in; with
 * Shift, in addition to what is drawn.
 */
public final class FreehandTool implements MapTool {
  private static final double STEP_PIXELS = 2;
  private static final double TOLERANCE_PIXELS = 1.5;

  /**
   * A stroke of some twenty screens; a longer one would take too long to simplify, and is refused.
   */
  static final int MOST_STEPS = 10_000;

  /** A shorter stroke is a slip of the hand. */
  private static final double SLIP_PIXELS = 8;

  private final OutlineTaker taker;
  private final List<MapPoint> stroke = new ArrayList<>();
  private boolean drawing;

  /** A tool that draws on a pad. */
  public FreehandTool(SketchPad pad) {
    taker = new OutlineTaker(pad);
  }

  /** Sets who hears, in one plain sentence, why an outline is not taken. */
  public void setFaultHandler(Consumer<String> handler) {
    taker.setFaultHandler(handler);
  }

  @Override
  public Cursor cursor() {
    return Cursor.CROSSHAIR;
  }

  @Override
  public void deactivated() {
    cancel();
  }

  @Override
  public void pressed(MapPoint ground, Viewport view, MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      stroke.clear();
      stroke.add(ground);
      drawing = true;
    }
  }

  @Override
  public void dragged(MapPoint ground, Viewport view, MouseEvent event) {
    if (drawing
        && stroke.size() < MOST_STEPS
        && last().distance(ground) >= STEP_PIXELS * view.metresPerPixel()) {
      stroke.add(ground);
      taker.show(stroke, event.isShiftDown());
    }
  }

  @Override
  public void released(MapPoint ground, Viewport view, MouseEvent event) {
    if (!drawing) {
      return;
    }
    drawing = false;
    double pixel = view.metresPerPixel();
    // the taker says that there are too many corners
    List<MapPoint> outline =
        stroke.size() < MOST_STEPS
            ? Simplifier.simplified(stroke, TOLERANCE_PIXELS * pixel)
            : List.copyOf(stroke);
    boolean slip = stroke.stream().allMatch(p -> p.distance(stroke.get(0)) < SLIP_PIXELS * pixel);
    stroke.clear();
    if (slip || outline.size() < 3) {
      taker.drop();
      return;
    }
    boolean unused = taker.take(outline, event.isShiftDown(), "draw it again");
  }

  @Override
  public void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      cancel();
      event.consume();
    }
  }

  @Override
  public void paint(GraphicsContext g, Viewport view) {
    new Pen(g, view, Pen.BLUE).line(stroke);
  }

  private MapPoint last() {
    return stroke.get(stroke.size() - 1);
  }

  private void cancel() {
    stroke.clear();
    drawing = false;
    taker.drop();
  }
}
