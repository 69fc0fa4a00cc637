package org.coverscape.app.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.InOrder;
import org.coverscape.engine.catalogue.FolderWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files and folders that a project's imagery comes from: which of them are missing, and when
 * something changes in them. Used on the screen's thread; the disk is asked in the background.
 */
final class ImageryPlaces implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImageryPlaces.class);

  /**
   * What was seen.
   *
   * @param missing places that do not exist
   * @param fresh whether some are watched that were not before
   */
  private record Look(List<Path> missing, boolean fresh) {}

  private final Background background;
  private final InOrder order;
  private final Runnable changed;
  private final ObservableList<Path> paths = FXCollections.observableArrayList();
  private final ObservableList<Path> missing = FXCollections.observableArrayList();
  private volatile List<Path> watched = List.of();
  private volatile List<Path> watchedThere = List.of();
  private volatile @Nullable FolderWatch watch;
  private volatile boolean closed;

  /**
   * No places yet.
   *
   * @param changed called on the screen's thread when something in them has changed
   */
  ImageryPlaces(Background background, Runnable changed) {
    this.background = background;
    this.order = new InOrder(background);
    this.changed = changed;
    paths.addListener((ListChangeListener<Path>) change -> look());
  }

  /** The places, in the order they were added. */
  ObservableList<Path> paths() {
    return paths;
  }

  /** Those among them that do not exist now. */
  ObservableList<Path> missing() {
    return missing;
  }

  /** Finds out again what is missing, and watches what is there. */
  void look() {
    List<Path> places = List.copyOf(paths);
    order.run(
        () -> {
          List<Path> gone = places.stream().filter(Files::notExists).toList();
          return new Look(gone, follow(places, gone));
        },
        look -> take(places, look),
        sentence -> LOG.debug("What is missing is not known: {}", sentence));
  }

  private void take(List<Path> places, Look look) {
    if (places.equals(paths) && !look.missing().equals(missing)) {
      missing.setAll(look.missing());
    }
    if (look.fresh()) {
      tell(); // of what changed before it was watched
    }
  }

  /** Answers whether the watch is a new one; one that goes on misses nothing. */
  private boolean follow(List<Path> places, List<Path> gone) {
    List<Path> there = places.stream().filter(place -> !gone.contains(place)).toList();
    if (places.equals(watched) && there.equals(watchedThere)) {
      return false;
    }
    endWatch();
    watched = places;
    watchedThere = there;
    if (!places.isEmpty() && !closed) {
      startWatch(places);
    }
    if (closed) {
      endWatch();
    }
    return !there.isEmpty();
  }

  /** Where a place is missing, the folder it was in tells when it is there again. */
  private void startWatch(List<Path> places) {
    try {
      watch = FolderWatch.start(places, () -> background.onScreen(this::tell));
    } catch (IOException e) {
      LOG.info("Changes of imagery are not followed.", e);
    }
  }

  private void tell() {
    if (!closed) {
      changed.run();
    }
  }

  private void endWatch() {
    FolderWatch old = watch;
    watch = null;
    try {
      if (old != null) {
        old.close();
      }
    } catch (IOException e) {
      LOG.debug("A watch did not close.", e);
    }
  }

  /** Puts another place where one is missing. */
  void replace(Path lost, Path found) {
    int at = paths.indexOf(lost);
    if (at >= 0 && paths.contains(found)) {
      paths.remove(at);
    } else if (at >= 0) {
      paths.set(at, found);
    }
  }

  /**
   * What is meant by a folder that was named for something missing: the folder, or the file or
   * folder of the same name in it. Asks the disk.
   */
  static Path meant(Path lost, Path folder) {
    return Optional.ofNullable(lost.getFileName())
        .map(folder::resolve)
        .filter(Files::exists)
        .orElse(folder);
  }

  @Override
  public void close() {
    closed = true;
    endWatch();
  }
}
