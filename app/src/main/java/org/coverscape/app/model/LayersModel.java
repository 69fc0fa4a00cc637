package org.coverscape.app.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.coverscape.engine.project.ProjectLayer;
import org.coverscape.map.MapLayer;

/** The layers of the map and their order. Used on the screen's thread. */
public final class LayersModel {
  private final ObservableList<LayerEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<LayerEntry> shownEntries =
      FXCollections.unmodifiableObservableList(entries);
  private final ObservableList<MapLayer> drawn;
  private List<MapLayer> top = List.of();
  private List<ProjectLayer> awaited = List.of();
  private List<ProjectLayer> defaults = List.of();
  private List<String> order = List.of();
  private Consumer<ProjectLayer> onAwaited = layer -> {};

  /**
   * No layers yet.
   *
   * @param drawn the layers of the map, the lowest first; kept in the order of the entries
   */
  public LayersModel(ObservableList<MapLayer> drawn) {
    this.drawn = drawn;
  }

  /** All layers, the lowest first. */
  public ObservableList<LayerEntry> entries() {
    return shownEntries;
  }

  /**
   * Puts a layer on top of those below a kind, or at the very top where there is no such kind; one
   * that the project awaits where it was.
   */
  public void addBelow(String kind, LayerEntry entry) {
    int place = 0;
    while (place < entries.size() && !entries.get(place).kind().equals(kind)) {
      place++;
    }
    entries.add(awaits(entry.id()) ? earlier(entry.id()) : place, entry);
    arrived(entry);
    draw();
  }

  /** Whether the project that is open has a layer of a file that has not come yet. */
  public boolean awaits(String id) {
    return awaited.stream().anyMatch(layer -> layer.id().equals(id));
  }

  /** The place above all layers that were below one when the project was saved. */
  private int earlier(String id) {
    List<String> below = order.subList(0, order.indexOf(id));
    int place = entries.size();
    while (place > 0 && !below.contains(entries.get(place - 1).id())) {
      place--;
    }
    return place;
  }

  /** Puts a layer on top. */
  public void add(LayerEntry entry) {
    entries.add(entry);
    draw();
  }

  /** Layers that are always above all others and are not listed. */
  public void top(List<MapLayer> always) {
    top = List.copyOf(always);
    draw();
  }

  /** Takes a layer away and closes it. */
  public void remove(LayerEntry entry) {
    if (entries.remove(entry)) {
      draw();
      entry.layer().close();
    }
  }

  void removeFiles() {
    entries.stream().filter(e -> e.file().isPresent()).toList().forEach(this::remove);
  }

  /** Moves a layer up (1) or down (-1) by one place. */
  public void move(LayerEntry entry, int by) {
    int from = entries.indexOf(entry);
    int to = from + by;
    if (from >= 0 && to >= 0 && to < entries.size()) {
      entries.remove(from);
      entries.add(to, entry);
      draw();
    }
  }

  /** Called with each layer of a file that a project has and that is to be opened again. */
  public void setOnAwaited(Consumer<ProjectLayer> action) {
    onAwaited = action;
  }

  /** Remembers the layers that are there now as those of an empty project. */
  public void keepAsDefaults() {
    defaults = entries.stream().map(LayerEntry::saved).toList();
  }

  /** The layers as a project keeps them; those of files that did not open are kept too. */
  public List<ProjectLayer> saved() {
    return Stream.concat(entries.stream().map(LayerEntry::saved), awaited.stream()).toList();
  }

  /** A layer that was awaited gets the looks it had. */
  private void arrived(LayerEntry entry) {
    awaited.stream()
        .filter(layer -> layer.id().equals(entry.id()))
        .forEach(
            layer -> {
              entry.layer().visibleProperty().set(layer.visible());
              entry.layer().opacityProperty().set(layer.opacity());
            });
    awaited = awaited.stream().filter(layer -> !layer.id().equals(entry.id())).toList();
  }

  /** Takes order, visibility and opacity from a project; what it does not know stays on top. */
  public void restore(List<ProjectLayer> saved) {
    removeFiles();
    awaited = saved.stream().filter(layer -> layer.file().isPresent()).toList();
    order = saved.stream().map(ProjectLayer::id).toList();
    apply(defaults);
    apply(saved);
    List.copyOf(awaited).forEach(onAwaited);
  }

  private void apply(List<ProjectLayer> saved) {
    List<String> wanted = saved.stream().map(ProjectLayer::id).toList();
    for (ProjectLayer layer : saved) {
      entries.stream()
          .filter(entry -> entry.id().equals(layer.id()))
          .map(LayerEntry::layer)
          .forEach(
              known -> {
                known.visibleProperty().set(layer.visible());
                known.opacityProperty().set(layer.opacity());
              });
    }
    List<LayerEntry> sorted = new ArrayList<>(entries);
    sorted.sort(
        Comparator.comparingInt(
            entry -> wanted.contains(entry.id()) ? wanted.indexOf(entry.id()) : wanted.size()));
    if (!sorted.equals(entries)) {
      entries.setAll(sorted);
      draw();
    }
  }

  private void draw() {
    List<MapLayer> order = new ArrayList<>();
    entries.forEach(entry -> order.add(entry.layer()));
    order.addAll(top);
    if (!drawn.equals(order)) {
      drawn.setAll(order);
    }
  }
}
