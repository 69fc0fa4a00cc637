package org.coverscape.map.vector;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;
import org.coverscape.map.frame.Frame;

/** The texts in the middle of shapes: those that fit into their shape and over no other text. */
final class ShapeLabels {
  private static final double FONT_SIZE = 12;

  /** Width of a letter and height of a line, of which the places are worked out. */
  private static final double LETTER = 7;

  private static final double LINE = 15;
  private static final int MOST = 150;
  private static final Color HALO = Color.gray(1, 0.85);
  private static final Color INK = Color.gray(0.15);

  private record Label(String text, MapPoint place) {}

  private final Frame frame;
  private final List<Label> labels = new ArrayList<>();
  private final List<MapBox> taken = new ArrayList<>();

  /** No labels yet. */
  ShapeLabels(Frame frame) {
    this.frame = frame;
  }

  /** Takes a label in if there is room; the first come stays. */
  void add(ShapeEntry entry, String text) {
    double pixel = frame.metresPerPixel() * frame.density();
    double width = text.length() * LETTER * pixel;
    double height = LINE * pixel;
    MapPoint place = entry.anchor();
    if (labels.size() >= MOST || entry.box().width() < width || entry.box().height() < height) {
      return;
    }
    MapBox room =
        new MapBox(
            place.x() - width / 2,
            place.y() - height / 2,
            place.x() + width / 2,
            place.y() + height / 2);
    if (taken.stream().noneMatch(room::intersects) && frame.box().contains(place)) {
      taken.add(room);
      labels.add(new Label(text, place));
    }
  }

  /** Writes all of them. JavaFX thread. */
  void paint(GraphicsContext g, Viewport view) {
    if (labels.isEmpty()) {
      return;
    }
    g.setFont(Font.font(null, FontWeight.MEDIUM, FONT_SIZE));
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.setStroke(HALO);
    g.setLineWidth(3);
    g.setFill(INK);
    for (Label label : labels) {
      double x = Math.round(view.screenX(label.place().x()));
      double y = Math.round(view.screenY(label.place().y()));
      g.strokeText(label.text(), x, y);
      g.fillText(label.text(), x, y);
    }
  }
}
