package org.coverscape.app.view;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.coverscape.app.model.OverlayModel;
import org.coverscape.app.overlay.OverlayColours;
import org.coverscape.app.overlay.OverlayView;

/** What the colours of the confidence and the status view mean; the legend tells the classes. */
final class ViewKey extends StackPane {
  private final HBox confidence = new HBox(4);
  private final HBox status = new HBox(6);

  ViewKey(OverlayModel overlay) {
    setId("view-key");
    confidence.setAlignment(Pos.CENTER_LEFT);
    confidence.getChildren().add(Controls.label("1", "muted", "small"));
    for (int percent = 10; percent <= 90; percent += 20) {
      confidence.getChildren().add(patch(OverlayColours.confidence(percent), 36));
    }
    confidence.getChildren().add(Controls.label("100 % sure", "muted", "small"));
    status.setAlignment(Pos.CENTER_LEFT);
    status
        .getChildren()
        .addAll(
            patch(OverlayColours.scored(), 14),
            Controls.label("a class", "muted", "small"),
            patch(OverlayColours.belowThreshold(), 14),
            Controls.label("below the threshold", "muted", "small"));
    getChildren().addAll(confidence, status);
    overlay.viewProperty().addListener((o, was, is) -> show(is));
    show(overlay.viewProperty().get());
  }

  private static Node patch(int rgb, double width) {
    Region patch = new Region();
    patch.setPrefSize(width, 12);
    patch.setMaxHeight(12);
    patch.setMinWidth(width);
    patch.setStyle(String.format(Locale.ROOT, "-fx-background-color: #%06x;", rgb));
    return patch;
  }

  private void show(OverlayView view) {
    Controls.shown(this, view != OverlayView.CLASSES);
    Controls.shown(confidence, view == OverlayView.CONFIDENCE);
    Controls.shown(status, view == OverlayView.STATUS);
  }
}
