package org.coverscape.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/** Text on screen that has less room than it takes, so that it is cut short. */
final class ClippedText {
  private static final List<String> AREAS = List.of("side-panel", "top-bar", "status");

  private ClippedText() {}

  /** What is clipped around the map, each with its area; on the JavaFX thread. */
  static List<String> of(Desktop desktop) {
    List<String> clipped = new ArrayList<>();
    for (String area : AREAS) {
      for (Node node : ((Parent) desktop.seen(area).orElseThrow()).lookupAll("*")) {
        if (node instanceof Labeled labeled && isClipped(labeled)) {
          clipped.add(area + ": " + labeled.getText());
        }
      }
    }
    return clipped;
  }

  private static boolean isClipped(Labeled labeled) {
    return Desktop.isSeen(labeled)
        && !labeled.isWrapText()
        && labeled.getText() != null
        && !labeled.getText().isEmpty()
        && labeled.getWidth() + 1 < labeled.prefWidth(-1);
  }
}
