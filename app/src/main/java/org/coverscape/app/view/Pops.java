package org.coverscape.app.view;

import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/**
 * Makes the cards that open beside what they belong to. They have neither shadow nor arrow: where
 * the screen cannot show through windows, as over some remote connections, both would stand in a
 * white box. Stateless.
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
    over.setArrowSize(0);
    over.setArrowIndent(0);
    over.setCornerRadius(0);
    over.setHeaderAlwaysVisible(false);
    over.getRoot().getStylesheets().add(Theme.style("popover.css"));
    return over;
  }
}
