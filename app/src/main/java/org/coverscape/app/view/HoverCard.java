package org.coverscape.app.view;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.coverscape.app.model.HoverText;
import org.coverscape.app.model.ReadingModel;
import org.jspecify.annotations.Nullable;

/** What lies under the mouse: class, confidence, date of the imagery; classes of other layers. */
final class HoverCard extends VBox {
  private final Label landCover = Controls.label("", "strong", "number");
  private final Label imagery = Controls.label("", "muted", "number");
  private final VBox layers = new VBox();

  HoverCard(ReadingModel reading) {
    setId("hover");
    getStyleClass().add("hover-card");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMouseTransparent(true);
    landCover.setId("hover-class");
    imagery.setId("hover-imagery");
    layers.setId("hover-layers");
    getChildren().addAll(landCover, imagery, layers);
    reading.hoverProperty().addListener((o, was, is) -> show(is));
    setVisible(false);
  }

  private void show(@Nullable HoverText text) {
    setVisible(text != null);
    if (text != null) {
      fill(landCover, text.landCover());
      fill(imagery, text.imagery());
      layers.getChildren().clear();
      for (HoverText.Told told : text.layers()) {
        layers
            .getChildren()
            .addAll(
                Controls.label(told.text(), "strong", "number"),
                Controls.label(told.layer(), "muted", "number"));
      }
    }
  }

  private static void fill(Label label, String text) {
    label.setText(text);
    Controls.shown(label, !text.isEmpty());
  }
}
