package org.coverscape.app.view;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/**
 * Makes the cards that point at what they belong to. Where the screen cannot show through windows,
 * as over some remote connections, they have no shadow, which would be a box there. Stateless.
 */
final class Pops {
  private static final Duration QUICK = Duration.millis(120);

  private Pops() {}

  /** A card with a content. */
  static PopOver over(Node content) {
    PopOver over = new PopOver(content);
    over.setDetachable(false);
    over.setFadeInDuration(QUICK);
    over.setFadeOutDuration(QUICK);
    over.setCornerRadius(8);
    over.setHeaderAlwaysVisible(false);
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      over.setArrowSize(0);
      over.setCornerRadius(0);
      over.setOnShowing(event -> plain(over));
    }
    return over;
  }

  private static void plain(PopOver over) {
    over.getScene().setFill(Color.TRANSPARENT);
    Parent root = over.getRoot();
    if (!root.getStyleClass().contains("plain")) {
      root.getStyleClass().add("plain");
    }
  }
}
