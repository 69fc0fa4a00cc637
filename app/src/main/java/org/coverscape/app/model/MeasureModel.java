package org.coverscape.app.model;

import java.util.List;
import java.util.function.Consumer;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.Latest;
import org.coverscape.engine.analysis.GeodesicLength;
import org.coverscape.map.MapPoint;

/** Measures a line on the ground. Used on the screen's thread; worked out in the background. */
public final class MeasureModel {
  private final Latest measuring;

  /** Measures in the background. */
  public MeasureModel(Background background) {
    measuring = Latest.following(background);
  }

  /** Hands over the length of a line as text; empty for less than two points. */
  public void measure(List<MapPoint> line, Consumer<String> text) {
    if (line.size() < 2) {
      measuring.cancel();
      text.accept("");
      return;
    }
    measuring.ask(
        () -> {
          double[] degrees = new double[2 * line.size()];
          for (int i = 0; i < line.size(); i++) {
            degrees[2 * i] = line.get(i).longitude();
            degrees[2 * i + 1] = line.get(i).latitude();
          }
          return Figures.length(GeodesicLength.ofDegrees(degrees));
        },
        text,
        sentence -> text.accept(""));
  }
}
