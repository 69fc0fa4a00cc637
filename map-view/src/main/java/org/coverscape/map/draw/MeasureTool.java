package org.coverscape.map.draw;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.coverscape.map.MapPoint;
import org.coverscape.map.MapTool;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/**
 * Lays a line over the ground, to be measured by the application. Clicks set its points, a double
 * click or Enter ends it, Backspace takes the last point back, Escape wipes it away.
 */
public final class MeasureTool implements MapTool {
  private static final double FONT_SIZE = 13;
  private static final double PADDING = 6;

  /** Not the colour of a region, which it may cross. */
  private static final Color LINE = Color.web("#7a1fa2");

  private final ReadOnlyObjectWrapper<List<MapPoint>> points =
      new ReadOnlyObjectWrapper<>(this, "points", List.of());
  private final List<MapPoint> fixed = new ArrayList<>();
  private @Nullable Runnable repaint;
  private boolean ended = true;
  private String label = "";

  /** The points of the line; while it is being drawn the last is the one under the mouse. */
  public ReadOnlyObjectProperty<List<MapPoint>> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  /** Sets what is written at the end of the line; empty for nothing. */
  public void setLabel(String text) {
    label = text;
    Runnable painter = repaint;
    if (painter != null) {
      painter.run();
    }
  }

  @Override
  public Cursor cursor() {
    return Cursor.CROSSHAIR;
  }

  @Override
  public void activated(Runnable painter) {
    repaint = painter;
  }

  @Override
  public void deactivated() {
    repaint = null;
    wipe();
  }

  @Override
  public void pressed(MapPoint ground, Viewport view, MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (event.getClickCount() >= 2) {
      end();
      return;
    }
    if (ended) {
      fixed.clear();
      ended = false;
    }
    fixed.add(ground);
    points.set(List.copyOf(fixed));
  }

  @Override
  public void dragged(MapPoint ground, Viewport view, MouseEvent event) {
    moved(ground, view, event);
  }

  @Override
  public void moved(MapPoint ground, Viewport view, MouseEvent event) {
    if (!ended) {
      List<MapPoint> line = new ArrayList<>(fixed);
      if (!line.get(line.size() - 1).equals(ground)) {
        line.add(ground);
      }
      points.set(List.copyOf(line));
    }
  }

  @Override
  public void keyPressed(KeyEvent event) {
    if (fixed.isEmpty()) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> end();
      case ESCAPE -> wipe();
      case BACK_SPACE, DELETE -> takeBack();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  public void paint(GraphicsContext g, Viewport view) {
    List<MapPoint> line = points.get();
    Pen pen = new Pen(g, view, LINE);
    pen.line(line);
    fixed.forEach(point -> pen.dot(point, 3.5, false));
    if (!line.isEmpty() && !label.isEmpty()) {
      MapPoint end = line.get(line.size() - 1);
      paintLabel(g, view.screenX(end.x()) + 12, view.screenY(end.y()) - 16, view);
    }
  }

  private void paintLabel(GraphicsContext g, double x, double y, Viewport view) {
    Text ruler = new Text(label);
    ruler.setFont(Font.font(FONT_SIZE));
    double width = Math.ceil(ruler.getLayoutBounds().getWidth()) + 2 * PADDING;
    double height = Math.ceil(ruler.getLayoutBounds().getHeight()) + PADDING;
    double left = Math.max(0, Math.min(view.width() - width, Math.rint(x)));
    double top = Math.max(0, Math.min(view.height() - height, Math.rint(y - height / 2)));
    g.setFill(Color.gray(0.1, 0.85));
    g.fillRoundRect(left, top, width, height, 6, 6);
    g.setFont(ruler.getFont());
    g.setFill(Color.WHITE);
    g.setTextAlign(TextAlignment.LEFT);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(label, left + PADDING, top + height / 2);
  }

  private void end() {
    ended = true;
    points.set(List.copyOf(fixed));
  }

  private void takeBack() {
    fixed.remove(fixed.size() - 1);
    ended |= fixed.isEmpty();
    points.set(List.copyOf(fixed));
  }

  private void wipe() {
    fixed.clear();
    ended = true;
    points.set(List.of());
  }
}
