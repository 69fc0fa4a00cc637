package org.coverscape.app.view;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.coverscape.map.MapPane;
import org.coverscape.map.MapTool;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The tools for the map, one of which is in hand. */
final class ToolRail extends VBox {
  /** What a hand can do on the map. */
  enum Tool {
    PAN("Move the map", KeyCode.H),
    RECTANGLE("Draw a rectangle", KeyCode.B),
    POLYGON("Draw a polygon", KeyCode.G),
    FREEHAND("Draw freehand", KeyCode.W),
    EDIT("Edit the region's corners", KeyCode.E),
    MEASURE("Measure a distance", KeyCode.M);

    private final String what;
    private final KeyCode key;

    Tool(String what, KeyCode key) {
      this.what = what;
      this.key = key;
    }

    String what() {
      return what;
    }

    KeyCode key() {
      return key;
    }
  }

  private final MapPane map;
  private final Map<Tool, MapTool> tools;
  private final Map<Tool, ToggleButton> buttons = new EnumMap<>(Tool.class);
  private final ToggleGroup group = new ToggleGroup();

  /** Tools for a map; pan is in hand. */
  ToolRail(MapPane map, Map<Tool, MapTool> tools) {
    this.map = map;
    this.tools = new EnumMap<>(tools);
    setId("tool-rail");
    getStyleClass().add("tool-rail");
    for (Tool tool : Tool.values()) {
      ToggleButton button =
          Controls.iconToggle(
              icon(tool),
              tool.what() + " (" + tool.key().getName() + ")",
              down -> {
                if (down) {
                  take(tool);
                }
              });
      button.setId("tool-" + tool.name().toLowerCase(java.util.Locale.ROOT));
      button.setToggleGroup(group);
      buttons.put(tool, button);
      getChildren().add(button);
    }
    group
        .selectedToggleProperty()
        .addListener(
            (o, was, is) -> {
              if (is == null) {
                choose(Tool.PAN);
              }
            });
    choose(Tool.PAN);
  }

  /** Takes a tool into hand. */
  void choose(Tool tool) {
    ToggleButton button = buttons.get(tool);
    if (button != null) {
      group.selectToggle(button);
    }
  }

  private void take(Tool tool) {
    MapTool taken = tools.get(tool);
    if (taken != null) {
      map.toolProperty().set(taken);
      map.requestFocus();
    }
  }

  private static Ikon icon(Tool tool) {
    return switch (tool) {
      case PAN -> Material2OutlinedMZ.PAN_TOOL;
      case RECTANGLE -> Material2OutlinedAL.CROP_SQUARE;
      case POLYGON -> Material2OutlinedMZ.TIMELINE;
      case FREEHAND -> Material2OutlinedAL.GESTURE;
      case EDIT -> Material2OutlinedAL.EDIT;
      case MEASURE -> Material2OutlinedMZ.STRAIGHTEN;
    };
  }
}
