package org.coverscape.app.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A part of the side panel with a title, which can be folded up. */
class Section extends VBox {
  private final VBox content = new VBox();
  private final HBox tools = new HBox();
  private final FontIcon arrow = Controls.icon(Material2OutlinedAL.EXPAND_MORE);

  /** An open section. */
  Section(String title) {
    getStyleClass().add("section");
    Label name = Controls.label(title, "section-title");
    Button fold = new Button(null, new HBox(6, arrow, name));
    ((HBox) fold.getGraphic()).setAlignment(Pos.CENTER_LEFT);
    fold.getStyleClass().addAll("section-fold", "flat");
    fold.setAccessibleText("Fold or unfold " + title);
    fold.setOnAction(event -> setOpen(!content.isVisible()));
    tools.setAlignment(Pos.CENTER_RIGHT);
    HBox head = new HBox(fold, Controls.spacer(), tools);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("section-head");
    content.getStyleClass().add("section-content");
    getChildren().addAll(head, content);
  }

  /** Folds or unfolds the section. */
  final void setOpen(boolean open) {
    Controls.shown(content, open);
    arrow.setRotate(open ? 0 : -90);
  }

  /** What stands beside the title. */
  final void tools(Node... nodes) {
    tools.getChildren().setAll(nodes);
  }

  /** What the section holds. */
  final void fill(Node... nodes) {
    content.getChildren().setAll(nodes);
  }
}
