package org.coverscape.app.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the small parts of the window alike everywhere. Stateless. */
final class Controls {
  private static final Duration TOOLTIP_DELAY = Duration.millis(400);

  private Controls() {}

  /** A text with style classes. */
  static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A text that breaks into lines and never steals height from them. */
  static Label paragraph(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** An icon of the one set. */
  static FontIcon icon(Ikon ikon) {
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().add("icon");
    return icon;
  }

  /** A button that is an icon; what it does is in its tooltip and read out by screen readers. */
  static Button iconButton(Ikon ikon, String what, Runnable action) {
    Button button = new Button(null, icon(ikon));
    button.getStyleClass().addAll("icon-button", "flat");
    button.setOnAction(event -> action.run());
    explain(button, what);
    return button;
  }

  /** A button with a word. */
  static Button button(String text, Runnable action, String... styles) {
    Button button = new Button(text);
    button.getStyleClass().addAll(styles);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A button that stays down. */
  static ToggleButton iconToggle(Ikon ikon, String what, Consumer<Boolean> selected) {
    ToggleButton button = new ToggleButton(null, icon(ikon));
    button.getStyleClass().addAll("icon-button", "flat");
    button.selectedProperty().addListener((o, was, is) -> selected.accept(is));
    explain(button, what);
    return button;
  }

  /** Says what a control does. */
  static void explain(javafx.scene.control.Control control, String what) {
    control.setAccessibleText(what);
    if (control.getTooltip() != null) {
      // numbers explain themselves anew many times a second
      control.getTooltip().setText(what);
      return;
    }
    Tooltip tooltip = new Tooltip(what);
    tooltip.setShowDelay(TOOLTIP_DELAY);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    control.setTooltip(tooltip);
  }

  /** What takes the room that is left. */
  static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** Takes no room while it is not shown. */
  static void shown(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
