package org.coverscape.app.view;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.coverscape.app.model.HoverText;
import org.coverscape.app.model.ReadingModel;
import org.jspecify.annotations.Nullable;

/** What lies under the mouse: class, confidence, date of the imagery. */
final class HoverCard extends VBox {
  private final Label landCover = Controls.label("", "strong", "number");
  private final Label imagery = Controls.label("", "muted", "number");

  HoverCard(ReadingModel reading) {
    setId("hover");
    getStyleClass().add("hover-card");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMouseTransparent(true);
    landCover.setId("hover-class");
    imagery.setId("hover-imagery");
    getChildren().addAll(landCover, imagery);
    reading.hoverProperty().addListener((o, was, is) -> show(is));
    setVisible(false);
  }

  private void show(@Nullable HoverText text) {
    setVisible(text != null);
    if (text != null) {
      landCover.setText(text.landCover());
      imagery.setText(text.imagery());
    }
  }
}
