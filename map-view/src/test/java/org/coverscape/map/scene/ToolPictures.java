package org.coverscape.map.scene;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.coverscape.map.MapPane;
import org.coverscape.map.MapTool;
import org.coverscape.map.PanTool;
import org.coverscape.map.ScaleBarNode;
import org.coverscape.map.draw.EditTool;
import org.coverscape.map.draw.LensLayer;
import org.coverscape.map.draw.MeasureTool;
import org.coverscape.map.draw.PolygonTool;
import org.coverscape.map.tile.TileLayer;

/** Takes a picture of every tool at work. Started by hand: the argument is a folder. */
public final class ToolPictures {
  private final Path folder;
  private final MapPane map = new MapPane();
  private final Scene scene = new Scene(60);

  private ToolPictures(Path folder) {
    this.folder = folder;
  }

  /** Takes the pictures and ends. */
  public static void main(String[] args) throws Exception {
    Fx.start();
    ToolPictures pictures = Fx.get(() -> new ToolPictures(Path.of(args[0])));
    Fx.run(pictures::show);
    Fx.pulses(40);
    pictures.take("polygon", new PolygonTool(pictures.scene.pad), false);
    pictures.take("edit", new EditTool(pictures.scene.pad), false);
    MeasureTool measure = new MeasureTool();
    measure.setLabel("1,234 m");
    pictures.take("measure", measure, false);
    pictures.take("lens", new PanTool(), true);
    Platform.exit();
  }

  private void show() {
    scene.install(map);
    ScaleBarNode bar = new ScaleBarNode(map);
    StackPane.setAlignment(bar, Pos.BOTTOM_LEFT);
    Stage stage = new Stage();
    stage.setScene(new javafx.scene.Scene(new StackPane(map, bar), 900, 600));
    stage.show();
  }

  private void take(String name, MapTool tool, boolean lens) throws Exception {
    Fx.run(
        () -> {
          map.toolProperty().set(tool);
          mouse(MouseEvent.MOUSE_MOVED, 330, 180, 0);
          if (lens) {
            addLens();
          } else {
            mouse(MouseEvent.MOUSE_PRESSED, 330, 180, 1);
            mouse(MouseEvent.MOUSE_RELEASED, 330, 180, 1);
            mouse(MouseEvent.MOUSE_PRESSED, 620, 240, 1);
            mouse(MouseEvent.MOUSE_RELEASED, 620, 240, 1);
            mouse(MouseEvent.MOUSE_MOVED, 520, 420, 0);
          }
        });
    Fx.pulses(30);
    Fx.get(
        () -> {
          Screenshot.write(map.getScene().snapshot(null), folder.resolve(name + ".png"));
          return name;
        });
  }

  private void addLens() {
    TileLayer tiles = new TileLayer("other", 1);
    tiles.setSource(new CheckeredSource(0x501000));
    LensLayer layer = new LensLayer("lens", map, tiles);
    map.layers().add(layer);
    layer.setActive(true);
  }

  private void mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
    Event.fireEvent(map, Gesture.mouse(type, MouseButton.PRIMARY, x, y, clicks, true));
  }
}
