package org.coverscape.engine.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.store.SqliteTileCatalog;

/**
 * Brings a catalogue up to date with files and folders. Only files that are new or have changed are
 * read; what is known of the others is not even opened. An image that is gone from its place and
 * found under the same name with the same fingerprint elsewhere has moved, unless its drive may be
 * away. Used by one thread.
 */
public final class CatalogueUpdate {
  /** Images written at once. */
  private static final int BATCH = 500;

  private record Name(String file, String fingerprint) {}

  private final ImageryAccess access;
  private final ImageryIndexer indexer;
  private final SqliteTileCatalog catalog;
  private final IntConsumer progress;
  private final Map<String, ImageryTile> known = new HashMap<>();
  private final Map<Name, Deque<ImageryTile>> alike = new HashMap<>();
  private final Set<String> there = new HashSet<>();
  private final List<ImageLocation> left = new ArrayList<>();
  private final Map<String, ImageryTile> waiting = new LinkedHashMap<>();
  private final List<ImageryTile> added = new ArrayList<>();
  private final List<ImageryTile> changed = new ArrayList<>();
  private final List<ImageryTile> unchanged = new ArrayList<>();
  private final List<CatalogueChange.Move> moved = new ArrayList<>();
  private final List<ImageryTile> away = new ArrayList<>();
  private final List<IndexOutcome.Refused> refused = new ArrayList<>();
  private int seen;

  private CatalogueUpdate(ImageryAccess access, SqliteTileCatalog catalog, IntConsumer progress) {
    this.access = access;
    this.indexer = new ImageryIndexer(access);
    this.catalog = catalog;
    this.progress = progress;
  }

  /**
   * Looks through files and folders.
   *
   * @param places files, read whatever their names, folders, and addresses of single images
   * @param progress told how many files were looked at, after each, on the calling thread
   * @throws CancellationException when the calling thread is interrupted, and stays so; what was
   *     read until then is kept
   */
  public static CatalogueChange run(
      ImageryAccess access,
      SqliteTileCatalog catalog,
      Collection<ImageLocation> places,
      IntConsumer progress) {
    return new CatalogueUpdate(access, catalog, progress).run(places);
  }

  private CatalogueChange run(Collection<ImageLocation> places) {
    for (ImageryTile tile : catalog.all()) {
      known.put(tile.location().text(), tile);
      alike.computeIfAbsent(name(tile), name -> new ArrayDeque<>()).add(tile);
    }
    try {
      return look(places);
    } catch (CancellationException e) {
      write();
      throw e;
    }
  }

  private CatalogueChange look(Collection<ImageLocation> places) {
    List<Path> paths = places.stream().map(ImageLocation::file).flatMap(Optional::stream).toList();
    indexer.walk(paths, file -> look(ImageLocation.of(file)), refused::add);
    places.stream().filter(place -> place.file().isEmpty()).forEach(this::look);
    checkStopped();
    write();
    return new CatalogueChange(added, changed, moved, unchanged, missing(paths), away, refused);
  }

  private static boolean isGone(ImageryTile tile) {
    Optional<Path> file = tile.location().file();
    return file.filter(GoneFile::isGone).isPresent();
  }

  private static Name name(ImageryTile tile) {
    return new Name(tile.location().name(), tile.fingerprint());
  }

  private void look(ImageLocation location) {
    checkStopped();
    there.add(location.text());
    ImageryTile before = known.get(location.text());
    if (before != null && isSame(before, location)) {
      unchanged.add(before);
    } else {
      read(location, before != null);
    }
    seen++;
    progress.accept(seen);
  }

  private static void checkStopped() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Looking for imagery was stopped; start it again.");
    }
  }

  /** A file that cannot be asked is read, which says what is wrong with it. */
  private boolean isSame(ImageryTile before, ImageLocation location) {
    try {
      return access.fingerprint(location).equals(before.fingerprint());
    } catch (IOException e) {
      return false;
    }
  }

  private void read(ImageLocation location, boolean wasKnown) {
    IndexOutcome outcome =
        location.file().map(indexer::read).orElseGet(() -> indexer.read(location));
    if (outcome instanceof IndexOutcome.Refused no) {
      refused.add(no);
    } else if (outcome instanceof IndexOutcome.Indexed indexed) {
      take(indexed.tile(), wasKnown);
    }
  }

  private void take(ImageryTile tile, boolean wasKnown) {
    Optional<ImageryTile> from = wasKnown ? Optional.empty() : goneLike(tile);
    if (wasKnown) {
      changed.add(tile);
    } else if (from.isEmpty()) {
      added.add(tile);
    } else {
      moved.add(new CatalogueChange.Move(from.get().location(), tile));
      left.add(from.get().location());
      there.add(from.get().location().text());
    }
    waiting.put(tile.location().text(), tile);
    if (waiting.size() >= BATCH) {
      write();
    }
  }

  private void write() {
    catalog.putAll(waiting.values());
    waiting.clear();
    catalog.forget(left);
    left.clear();
  }

  /** Only files like this one are looked for on the disk: a catalogue may know a million. */
  private Optional<ImageryTile> goneLike(ImageryTile tile) {
    Optional<Path> now = tile.location().file();
    Deque<ImageryTile> like = now.isEmpty() ? null : alike.get(name(tile));
    while (like != null && !like.isEmpty()) {
      ImageryTile before = like.poll();
      Optional<Path> path = before.location().file().filter(GoneFile::isGone);
      if (path.isPresent() && new GoneFile(path.get()).hasMovedTo(now.orElseThrow())) {
        return Optional.of(before);
      }
      if (path.isPresent()) {
        away.add(before);
      }
    }
    return Optional.empty();
  }

  /** Of the images that were known at these places. */
  private List<ImageryTile> missing(Collection<Path> paths) {
    Set<Path> places =
        paths.stream()
            .map(path -> path.toAbsolutePath().normalize())
            .collect(Collectors.toUnmodifiableSet());
    List<ImageryTile> missing = new ArrayList<>();
    for (ImageryTile tile : known.values()) {
      if (!there.contains(tile.location().text()) && isIn(tile, places)) {
        checkStopped();
        if (isGone(tile)) {
          missing.add(tile);
        }
      }
    }
    missing.sort(Comparator.comparing(ImageryTile::location));
    return missing;
  }

  /** Goes up from the file: people name thousands of files of a catalogue of a million. */
  private static boolean isIn(ImageryTile tile, Set<Path> places) {
    Path at = tile.location().file().map(file -> file.toAbsolutePath().normalize()).orElse(null);
    while (at != null && !places.contains(at)) {
      at = at.getParent();
    }
    return at != null;
  }
}
