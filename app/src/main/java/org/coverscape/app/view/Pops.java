package org.coverscape.app.view;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The layer over the whole window on which cards open beside what they belong to.
 *
 * <p>Cards are part of the window, not windows of their own: those of the toolkit stand in a box
 * where the screen cannot show through windows, as over some remote connections.
 */
final class Pops extends Pane {
  private static final double GAP = 6;
  private static final double EDGE = 8;

  private final Deque<Pop> open = new ArrayDeque<>();

  Pops() {
    setPickOnBounds(false);
  }

  /** A card with some content, closed yet; it closes when the user clicks elsewhere. */
  Pop over(Region content) {
    return new Pop(this, content, true);
  }

  /** A card that only closes when it is told to. */
  Pop staying(Region content) {
    return new Pop(this, content, false);
  }

  /** Closes the card that was opened last; false where there is none to close. */
  boolean closeLast() {
    Pop last = open.peekLast();
    if (last != null) {
      last.hide();
    }
    return last != null;
  }

  /** Remembers the cards that are open, the last one last. */
  void opened(Pop card) {
    open.addLast(card);
  }

  void closed(Pop card) {
    open.remove(card);
  }

  /** Puts a card beside a node, on some side of it, and wholly into the window. */
  void place(Region card, Node anchor, Side side) {
    card.applyCss();
    double width = card.prefWidth(-1);
    double height = Math.min(card.prefHeight(width), getHeight() - 2 * EDGE);
    Bounds at = sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
    double x =
        switch (side) {
          case LEFT -> at.getMinX() - GAP - width;
          case RIGHT -> at.getMaxX() + GAP;
          default -> at.getMaxX() - width;
        };
    double y =
        switch (side) {
          case BOTTOM -> at.getMaxY() + GAP;
          case TOP -> at.getMinY() - GAP - height;
          default -> at.getMinY();
        };
    card.resizeRelocate(
        within(x, getWidth() - width - EDGE),
        within(y, getHeight() - height - EDGE),
        width,
        height);
  }

  private static double within(double place, double most) {
    return Math.rint(Math.max(EDGE, Math.min(place, most)));
  }
}
