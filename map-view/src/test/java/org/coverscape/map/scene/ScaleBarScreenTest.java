package org.coverscape.map.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPane;
import org.coverscape.map.ScaleBarNode;
import org.junit.jupiter.api.Test;

/** The scale bar in a real window; skipped where there is no display. */
class ScaleBarScreenTest {
  private static final String DARK =
      ".scale-bar { -fx-background-color: #102030; }"
          + " .scale-bar-text { -fx-fill: #aabbcc; } .scale-bar-line { -fx-stroke: #ccbbaa; }";

  @Test
  void fitsItsBarAndTakesTheColoursOfTheTheme() throws Exception {
    Fx.start();
    MapPane map = Fx.get(MapPane::new);
    ScaleBarNode bar = Fx.get(() -> new ScaleBarNode(map));
    Stage stage = Fx.get(Stage::new);
    Fx.run(
        () -> {
          StackPane root = new StackPane(map, bar);
          StackPane.setAlignment(bar, Pos.BOTTOM_LEFT);
          map.show(new MapBox(-1_000, -1_000, 1_000, 1_000), false);
          stage.setScene(new javafx.scene.Scene(root, 600, 400));
          stage.getScene().getStylesheets().add(sheet());
          stage.show();
        });
    try {
      for (double zoom : new double[] {1, 1.4, 1.9, 2.6}) {
        Fx.run(() -> map.setViewport(map.viewport().zoomed(zoom, 300, 200)));
        Fx.pulses(5);
        Fx.run(() -> assertFits(bar));
      }
      Fx.run(() -> assertDark(bar));
    } finally {
      Fx.run(
          () -> {
            map.close();
            stage.close();
          });
    }
  }

  private static void assertFits(ScaleBarNode bar) {
    double text = part(bar, Text.class).getLayoutBounds().getWidth();
    double length = Math.max(Math.rint(bar.scaleBar().pixels()) + 1, text);
    assertEquals(length + 12, bar.getWidth(), 1.5);
    assertTrue(part(bar, Polyline.class).getBoundsInParent().getMinX() > 4);
    assertTrue(part(bar, Polyline.class).getBoundsInParent().getMaxX() < bar.getWidth() - 4);
  }

  private static void assertDark(ScaleBarNode bar) {
    assertEquals(Color.web("#102030"), bar.getBackground().getFills().get(0).getFill());
    assertEquals(Color.web("#aabbcc"), part(bar, Text.class).getFill());
    assertEquals(Color.web("#ccbbaa"), part(bar, Polyline.class).getStroke());
  }

  private static <T> T part(ScaleBarNode bar, Class<T> kind) {
    return bar.getChildrenUnmodifiable().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private static String sheet() {
    byte[] css = DARK.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(css);
  }
}
