package org.coverscape.app.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coverscape.app.model.DisplayModel;
import org.coverscape.app.model.LayerEntry;
import org.coverscape.app.model.LayersModel;
import org.coverscape.engine.picture.BandView;
import org.coverscape.engine.picture.Stretch;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The layers of the map, the uppermost first: shown or not, how opaque, in which order. */
final class LayersSection extends Section {
  private final LayersModel layers;
  private final DisplayModel display;
  private final VBox lines = new VBox();

  /**
   * The layers.
   *
   * @param add asks for files and adds them as layers
   */
  LayersSection(LayersModel layers, DisplayModel display, Runnable add) {
    super("Layers");
    this.layers = layers;
    this.display = display;
    lines.setId("layers");
    lines.getStyleClass().add("layers");
    Button more = Controls.button("Add layer…", add);
    more.setId("add-layer");
    Controls.explain(more, "A raster of classes such as NLCD, or a file of features");
    fill(lines, more);
    layers.entries().addListener((javafx.beans.InvalidationListener) change -> show());
    show();
  }

  private void show() {
    List<LayerEntry> entries = new ArrayList<>(layers.entries());
    Collections.reverse(entries);
    lines.getChildren().setAll(entries.stream().<Node>map(this::line).toList());
  }

  private Node line(LayerEntry entry) {
    CheckBox visible = new CheckBox(entry.layer().name());
    visible.setId("layer-" + entry.id());
    // an underscore of a file's name is no mnemonic
    visible.setMnemonicParsing(false);
    entry.file().ifPresent(file -> Controls.explain(visible, entry.layer().name()));
    visible.selectedProperty().bindBidirectional(entry.layer().visibleProperty());
    visible.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(visible, Priority.ALWAYS);
    Slider opacity = new Slider(0, 1, 1);
    opacity.valueProperty().bindBidirectional(entry.layer().opacityProperty());
    opacity.setPrefWidth(64);
    // as wide beside a long name as beside a short one
    opacity.setMinWidth(64);
    Controls.explain(opacity, "Opacity of " + entry.layer().name());
    Button up =
        Controls.iconButton(
            Material2OutlinedAL.ARROW_UPWARD, "Move up", () -> layers.move(entry, 1));
    Button down =
        Controls.iconButton(
            Material2OutlinedAL.ARROW_DOWNWARD, "Move down", () -> layers.move(entry, -1));
    HBox line = new HBox(2, visible, opacity, up, down);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    if (entry.file().isPresent()) {
      line.getChildren()
          .add(
              Controls.iconButton(
                  Material2OutlinedAL.CLOSE, "Take this layer away", () -> layers.remove(entry)));
    }
    return entry.kind().equals("imagery") ? new VBox(4, line, bands()) : line;
  }

  private HBox bands() {
    ComboBox<BandView> bands = new ComboBox<>();
    bands.setId("bands");
    bands.getItems().setAll(BandView.values());
    bands.setConverter(
        new NameConverter<>(
            view -> view == BandView.TRUE_COLOUR ? "True colour" : "Colour-infrared"));
    bands.valueProperty().bindBidirectional(display.bandsProperty());
    Controls.explain(bands, "Colour-infrared shows growing plants in red; scoring leaves it out");
    ComboBox<Stretch> stretch = new ComboBox<>();
    stretch.setId("stretch");
    stretch.getItems().setAll(Stretch.values());
    stretch.setConverter(new NameConverter<>(s -> s == Stretch.NONE ? "As it is" : "Stretched"));
    stretch.valueProperty().bindBidirectional(display.stretchProperty());
    Controls.explain(stretch, "Spread the values of each image over the brightness of the screen");
    HBox line = new HBox(8, bands, stretch);
    line.getStyleClass().add("indented");
    return line;
  }
}
