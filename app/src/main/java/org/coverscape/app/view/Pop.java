package org.coverscape.app.view;

import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A card that opens beside what it belongs to. */
final class Pop {
  private final Pops layer;
  private final Region content;
  private final boolean closesElsewhere;
  private final EventHandler<MouseEvent> elsewhere = this::pressed;
  private @Nullable Node anchor;

  Pop(Pops layer, Region content, boolean closesElsewhere) {
    this.layer = layer;
    this.content = content;
    this.closesElsewhere = closesElsewhere;
    if (!content.getStyleClass().contains("card")) {
      content.getStyleClass().add("card");
    }
  }

  boolean isShowing() {
    return layer.getChildren().contains(content);
  }

  /** Opens on some side of a node. */
  void show(Node beside, Side side) {
    hide();
    anchor = beside;
    layer.getChildren().add(content);
    layer.place(content, beside, side);
    if (closesElsewhere) {
      layer.opened(this);
      layer.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
    }
  }

  /** Opens, or closes when it is open. */
  void toggle(Node beside, Side side) {
    if (isShowing()) {
      hide();
    } else {
      show(beside, side);
    }
  }

  void hide() {
    layer.closed(this);
    layer.getChildren().remove(content);
    if (layer.getScene() != null) {
      layer.getScene().removeEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
    }
  }

  private void pressed(MouseEvent event) {
    Node opener = anchor;
    boolean inside = holds(content, event) || opener != null && holds(opener, event);
    if (!inside) {
      hide();
    }
  }

  private static boolean holds(Node node, MouseEvent event) {
    Bounds bounds = node.localToScene(node.getBoundsInLocal());
    return bounds.contains(event.getSceneX(), event.getSceneY());
  }
}
