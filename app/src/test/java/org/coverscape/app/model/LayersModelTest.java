package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.coverscape.engine.project.ProjectLayer;
import org.coverscape.map.MapLayer;
import org.coverscape.map.vector.VectorLayer;
import org.junit.jupiter.api.Test;

class LayersModelTest {
  private final ObservableList<MapLayer> drawn = FXCollections.observableArrayList();
  private final LayersModel layers = new LayersModel(drawn);
  private final LayerEntry imagery = LayerEntry.fixed("imagery", new VectorLayer("Imagery"));
  private final LayerEntry cells = LayerEntry.fixed("cells", new VectorLayer("Land cover"));
  private final MapLayer marker = new VectorLayer("Marker");

  LayersModelTest() {
    layers.add(imagery);
    layers.add(cells);
    layers.top(List.of(marker));
  }

  private static LayerEntry file(String name) {
    return new LayerEntry(
        "file:" + name, "features", new VectorLayer(name), Optional.of(Path.of("/" + name)));
  }

  private List<String> names() {
    return drawn.stream().map(MapLayer::name).toList();
  }

  @Test
  void theMapDrawsThemInOrderAndTheTopOnesAlwaysAbove() {
    LayerEntry fields = file("fields");
    layers.addBelow("cells", fields);
    assertEquals(List.of("Imagery", "fields", "Land cover", "Marker"), names());
    layers.move(fields, 1);
    assertEquals(List.of("Imagery", "Land cover", "fields", "Marker"), names());
    layers.move(fields, 1);
    assertEquals(List.of("Imagery", "Land cover", "fields", "Marker"), names());
    layers.addBelow("nothing", file("roads"));
    layers.removeFiles();
    assertEquals(List.of("Imagery", "Land cover", "Marker"), names());
    layers.remove(fields);
    assertEquals(2, layers.entries().size());
  }

  @Test
  void orderVisibilityAndOpacityComeBack() {
    cells.layer().opacityProperty().set(0.4);
    imagery.layer().visibleProperty().set(false);
    layers.move(cells, -1);
    List<ProjectLayer> saved = layers.saved();
    assertEquals(List.of("cells", "imagery"), saved.stream().map(ProjectLayer::id).toList());

    LayersModelTest other = new LayersModelTest();
    other.layers.add(file("of the project before"));
    other.layers.restore(saved);
    assertEquals(List.of("Land cover", "Imagery", "Marker"), other.names());
    assertEquals(0.4, other.cells.layer().opacityProperty().get());
    assertFalse(other.imagery.layer().visibleProperty().get());
  }

  @Test
  void layersOfFilesAreOpenedAgainAndKeptUntilTheyAre() {
    LayerEntry fields = file("fields");
    layers.addBelow("cells", fields);
    fields.layer().visibleProperty().set(false);
    List<ProjectLayer> saved = layers.saved();

    LayersModelTest other = new LayersModelTest();
    other.layers.keepAsDefaults();
    other.imagery.layer().visibleProperty().set(false);
    List<String> awaited = new ArrayList<>();
    other.layers.setOnAwaited(layer -> awaited.add(layer.id()));
    other.layers.restore(saved);
    assertEquals(List.of(fields.id()), awaited);
    assertTrue(other.imagery.layer().visibleProperty().get(), "the project shows it");
    assertTrue(
        other.layers.saved().stream().anyMatch(layer -> layer.id().equals(fields.id())),
        "what has not come yet is not forgotten");
    LayerEntry again = file("fields");
    other.layers.addBelow("cells", again);
    assertFalse(again.layer().visibleProperty().get());
    assertEquals(1, other.layers.saved().stream().filter(l -> l.id().equals(fields.id())).count());
  }

  @Test
  void aLayerOfAFileComesBackWhereItWasMovedTo() {
    LayerEntry fields = file("fields");
    LayerEntry roads = file("roads");
    layers.addBelow("imagery", fields);
    layers.addBelow("cells", roads);
    layers.move(roads, 1);
    assertEquals(List.of("fields", "Imagery", "Land cover", "roads", "Marker"), names());
    List<ProjectLayer> saved = layers.saved();

    LayersModelTest other = new LayersModelTest();
    other.layers.restore(saved);
    assertTrue(other.layers.awaits(roads.id()));
    other.layers.addBelow("cells", file("roads"));
    other.layers.addBelow("cells", file("fields"));
    assertEquals(names(), other.names());
    assertFalse(other.layers.awaits(roads.id()));
    other.layers.addBelow("cells", file("new"));
    assertEquals(
        List.of("fields", "Imagery", "new", "Land cover", "roads", "Marker"), other.names());
  }

  @Test
  void anOpacityOutOfBoundsDoesNotKeepAProjectFromBeingSaved() {
    cells.layer().opacityProperty().set(1.2);
    assertEquals(1, layers.saved().get(1).opacity());
  }
}
