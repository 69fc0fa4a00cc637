package org.coverscape.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.coverscape.app.model.LayerEntry;
import org.coverscape.app.model.LayersModel;
import org.coverscape.map.GroundClick;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapLayer;
import org.coverscape.map.MapPane;
import org.coverscape.map.ScaleBarNode;
import org.coverscape.map.cell.CellLayer;
import org.coverscape.map.draw.LensLayer;
import org.coverscape.map.draw.SketchLayer;
import org.coverscape.map.draw.SketchPad;
import org.coverscape.map.tile.TileLayer;
import org.coverscape.map.tile.TileSource;
import org.coverscape.map.vector.ShapeStyle;
import org.coverscape.map.vector.VectorLayer;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The map with its layers, and what is laid over it. Used on the screen's thread. */
public final class MapStage extends StackPane {
  /** Kinds of layers, as a project file names them. */
  static final String IMAGERY = "imagery";

  static final String CLASSES = "classes";
  static final String FEATURES = "features";
  static final String FOOTPRINTS = "footprints";

  /** Tiles of the lens, which covers a small part of the window. */
  private static final long LENS_BYTES = 24L << 20;

  private static final MapBox UNITED_STATES = MapBox.ofDegrees(-125, 24, -66.5, 50);

  private final MapPane map = new MapPane();
  private final TileLayer baseMap = new TileLayer("Base map", 4);
  private final VectorLayer states = new VectorLayer("US states");
  private final TileLayer imagery = new TileLayer("Imagery", 2);
  private final VectorLayer gaps = new VectorLayer("Ground without imagery");
  private final VectorLayer footprints = new VectorLayer("Image outlines");
  private final CellLayer cells = new CellLayer("Land cover");
  private final TileLayer lensTiles = new TileLayer("Lens", 1, LENS_BYTES);
  private final LensLayer lens = new LensLayer("Lens", map, lensTiles);
  private final SketchLayer sketch;
  private final Runnable credited;
  private final VectorLayer marker = new VectorLayer("Chip");

  /** A map on which the region is drawn on a pad. */
  public MapStage(SketchPad pad) {
    setId("map-stage");
    map.setId("map");
    sketch = new SketchLayer("Region", pad);
    dress(false);
    marker.setStyle(shape -> ShapeStyle.outline(Color.WHITE, 2));
    baseMap.visibleProperty().set(false);
    VBox zoom =
        new VBox(
            Controls.iconButton(Material2OutlinedAL.ADD, "Zoom in (+)", () -> map.zoomBy(2)),
            Controls.iconButton(Material2OutlinedMZ.REMOVE, "Zoom out (−)", () -> map.zoomBy(0.5)));
    zoom.getStyleClass().add("map-buttons");
    zoom.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    ScaleBarNode scale = new ScaleBarNode(map);
    scale.setMouseTransparent(true);
    Label attribution = Controls.label("", "attribution");
    attribution.setId("attribution");
    attribution.setVisible(false);
    baseMap.visibleProperty().addListener((o, was, is) -> credit(attribution));
    credited = () -> credit(attribution);
    getChildren().addAll(map, scale, attribution, zoom);
    place(scale, Pos.BOTTOM_LEFT);
    place(attribution, Pos.BOTTOM_RIGHT);
    place(zoom, Pos.TOP_RIGHT);
    map.show(UNITED_STATES, false);
  }

  private void credit(Label attribution) {
    String owed = baseMap.visibleProperty().get() ? baseMap.attribution() : "";
    attribution.setText(owed);
    attribution.setVisible(!owed.isEmpty());
  }

  /** Shows a base map from some source, and whom it is owed to. */
  public void showBaseMap(TileSource source) {
    baseMap.setSource(source);
    baseMap.visibleProperty().set(true);
    credited.run();
  }

  /** Sets who hears, in one plain sentence, that part of the map cannot be drawn. */
  public void setFaultHandler(Consumer<String> listener) {
    List.of(baseMap, imagery, lensTiles).forEach(layer -> layer.setFaultHandler(listener));
    List.of(states, gaps, footprints, cells, marker)
        .forEach(layer -> layer.setFaultHandler(listener));
  }

  /** Follows the light or the dark theme. */
  public void dress(boolean dark) {
    Color line = Color.web(dark ? "#57606a" : "#8a94a0");
    Color land = Color.web(dark ? "#22272e" : "#eef1f4");
    states.setStyle(shape -> ShapeStyle.outline(line, 1).withFill(land));
  }

  /** Puts the layers into the list, the lowest first. */
  public void register(LayersModel layers) {
    layers.add(LayerEntry.fixed("states", states));
    layers.add(LayerEntry.fixed("base-map", baseMap));
    layers.add(LayerEntry.fixed(IMAGERY, imagery));
    layers.add(LayerEntry.fixed(FOOTPRINTS, footprints));
    layers.add(LayerEntry.fixed("gaps", gaps));
    layers.add(LayerEntry.fixed("land-cover", cells));
    layers.add(LayerEntry.fixed("region", sketch));
    layers.top(List.of(lens, marker));
  }

  /** Lays something over the map. */
  void overlay(Node node, Pos where) {
    getChildren().add(node);
    place(node, where);
  }

  private static void place(Node node, Pos where) {
    setAlignment(node, where);
    setMargin(node, new Insets(12));
  }

  /** The map. */
  public MapPane map() {
    return map;
  }

  /** The base map from the web. */
  public TileLayer baseMap() {
    return baseMap;
  }

  /** The US states. */
  public VectorLayer states() {
    return states;
  }

  /** The imagery. */
  public TileLayer imagery() {
    return imagery;
  }

  /** Ground of the region without imagery. */
  public VectorLayer gaps() {
    return gaps;
  }

  /** The outlines of the images. */
  public VectorLayer footprints() {
    return footprints;
  }

  /** The land cover. */
  public CellLayer cells() {
    return cells;
  }

  LensLayer lens() {
    return lens;
  }

  /** The tiles in the lens. */
  public TileLayer lensTiles() {
    return lensTiles;
  }

  /** The region. */
  public SketchLayer sketch() {
    return sketch;
  }

  /** Outlines a chip that is looked at. */
  VectorLayer marker() {
    return marker;
  }

  /** The uppermost layer of a file that has a feature where the user clicked. */
  static Optional<FeatureHit> featureAt(LayersModel layers, GroundClick click) {
    List<LayerEntry> entries = new ArrayList<>(layers.entries());
    java.util.Collections.reverse(entries);
    for (LayerEntry entry : entries) {
      MapLayer layer = entry.layer();
      if (entry.kind().equals(FEATURES)
          && layer.visibleProperty().get()
          && layer instanceof VectorLayer features) {
        var hit = features.at(click.ground(), click.tolerance());
        if (hit.isPresent()) {
          return Optional.of(new FeatureHit(entry, hit.get().id()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A feature the user clicked.
   *
   * @param entry its layer
   * @param id its shape
   */
  record FeatureHit(LayerEntry entry, String id) {}
}
