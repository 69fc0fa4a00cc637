package org.coverscape.app.model;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.coverscape.engine.catalogue.CatalogueChange;
import org.coverscape.engine.catalogue.CatalogueUpdate;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.store.SqliteTileCatalog;

/**
 * The images of a project: as a catalogue, for the background, and as a list, for the screen.
 * Methods that change the catalogue are for one thread of the background at a time, all others for
 * the screen's thread.
 */
final class KnownImages implements AutoCloseable {
  private final SqliteTileCatalog catalog = SqliteTileCatalog.inMemory();
  private final ObservableList<ImageryTile> tiles = FXCollections.observableArrayList();
  private final Set<ImageLocation> joined = new HashSet<>();
  private List<ImageryTile> found = List.of();

  /**
   * What came of reading files.
   *
   * @param change what is new
   * @param all every image that is known now, those that win first
   */
  record Read(CatalogueChange change, List<ImageryTile> all) {}

  /** The catalogue; any thread may look into it. */
  SqliteTileCatalog catalog() {
    return catalog;
  }

  /** The images, those that win first. */
  ObservableList<ImageryTile> tiles() {
    return tiles;
  }

  /** Those among them that no file or folder of the project brought. */
  List<ImageryTile> found() {
    return found;
  }

  /** Brings the catalogue up to date with files and folders. */
  Read read(ImageryAccess access, List<Path> files) {
    List<ImageLocation> locations = files.stream().map(ImageLocation::of).toList();
    CatalogueChange change = CatalogueUpdate.run(access, catalog, locations, count -> {});
    catalog.forget(change.missing().stream().map(ImageryTile::location).toList());
    return new Read(change, catalog.all());
  }

  /**
   * Puts images that were found elsewhere into the catalogue.
   *
   * @return all there are then; empty where nothing is new
   */
  Optional<List<ImageryTile>> join(Collection<ImageryTile> images) {
    List<ImageryTile> news = images.stream().filter(this::isNew).toList();
    catalog.putAll(news);
    return news.isEmpty() ? Optional.empty() : Optional.of(catalog.all());
  }

  /** What was read from a file says more than what somebody wrote about it. */
  private boolean isNew(ImageryTile image) {
    Optional<String> known = catalog.fingerprint(image.location());
    return known.isEmpty()
        || image.location().file().isEmpty() && !known.get().equals(image.fingerprint());
  }

  /** Empties the catalogue. */
  void forget() {
    catalog.clear();
  }

  /** Remembers that images were found elsewhere; before they are shown. */
  void note(Collection<ImageryTile> images) {
    images.forEach(image -> joined.add(image.location()));
  }

  /** Shows all images there are. */
  void show(List<ImageryTile> all) {
    found = all.stream().filter(tile -> joined.contains(tile.location())).toList();
    tiles.setAll(all);
  }

  /** Shows none any more. */
  void clear() {
    joined.clear();
    found = List.of();
    tiles.clear();
  }

  @Override
  public void close() {
    catalog.close();
  }
}
