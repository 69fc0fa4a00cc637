package org.coverscape.app.view;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The keys of the window. */
final class ShortcutSheet extends VBox {
  private static final String[][] KEYS = {
    {"H", "Move the map"},
    {"B, G, W", "Draw a rectangle, a polygon, freehand"},
    {"E", "Edit the region's corners"},
    {"M", "Measure a distance"},
    {"Space (held)", "Move the map with any tool"},
    {"+ and −, arrows", "Zoom and move the map"},
    {"F", "Show the whole region"},
    {"Ctrl+Z, Ctrl+Y", "Undo, redo drawing"},
    {"I", "Find imagery online"},
    {"R", "Run"},
    {"Shift+R", "Pause or go on"},
    {"C", "Continue a run, or retry what failed"},
    {"X", "End the run"},
    {"Esc", "Cancel the tool, close what is open"},
    {"A, S, D", "Land cover fainter, hidden or shown, stronger"},
    {"1, 2, 3", "Classes, confidence, status"},
    {"N, P", "Next, previous patch of the least confidence"},
    {"L (held)", "Lens: colour-infrared, or true colour, around the mouse"},
    {"K (held)", "Lens: another year around the mouse"},
    {"Ctrl+O", "Open imagery, regions or a project"},
    {"Ctrl+E", "Export"},
    {"V", "Services"},
    {"Ctrl+F", "Search for a place"},
    {"F1", "This sheet"},
  };

  ShortcutSheet() {
    setId("shortcuts");
    getStyleClass().addAll("panel", "card");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    GridPane grid = new GridPane();
    grid.setHgap(24);
    grid.setVgap(6);
    for (int i = 0; i < KEYS.length; i++) {
      grid.addRow(i, Controls.label(KEYS[i][0], "key"), Controls.label(KEYS[i][1]));
    }
    HBox head =
        new HBox(
            Controls.label("Keys", "panel-title"),
            Controls.spacer(),
            Controls.iconButton(Material2OutlinedAL.CLOSE, "Close (Esc)", this::hide));
    getChildren().addAll(head, grid);
    hide();
  }

  /** Shows the sheet, or hides it. */
  void toggle() {
    Controls.shown(this, !isVisible());
  }

  /** Hides the sheet. */
  void hide() {
    Controls.shown(this, false);
  }
}
