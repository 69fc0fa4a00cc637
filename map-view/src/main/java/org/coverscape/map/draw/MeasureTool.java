package org.coverscape.map.draw;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import org.coverscape.map.MapPoint;
import org.coverscape.map.MapTool;

/** Lays a line over the ground, to be measured by the application. */
public final class MeasureTool implements MapTool {
  private final ReadOnlyObjectWrapper<List<MapPoint>> points =
      new ReadOnlyObjectWrapper<>(this, "points", List.of());
  private String label = "";

  /** The points of the line, the one under the mouse among them. */
  public ReadOnlyObjectProperty<List<MapPoint>> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  /** Sets what is written at the end of the line. */
  public void setLabel(String text) {
    label = text;
  }

  @Override
  public Cursor cursor() {
    return label.isEmpty() ? Cursor.DEFAULT : Cursor.CROSSHAIR;
  }
}
