package org.coverscape.engine.catalogue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches folders and all folders in them, and tells when something in them has changed: once it
 * has been quiet for a second, or after ten seconds without quiet. Links to folders are followed
 * once each. What the system cannot watch, such as some network drives, is not told of.
 *
 * <p>Has a thread of its own, until it is closed. Thread-safe.
 */
public final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final long QUIET_MILLIS = 1_000;
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** Folders; every system has a bound, and beyond this one nobody looks for single images. */
  private static final int MOST_FOLDERS = 10_000;

  private final WatchService service;
  private final Runnable changed;
  private final Map<WatchKey, Path> watched = new HashMap<>();
  private final Set<Path> unwatched = new TreeSet<>();
  private final int most;
  private final Thread thread = new Thread(this::watch, "coverscape-folder-watch");

  private FolderWatch(WatchService service, Runnable changed, int most) {
    this.most = most;
    this.service = service;
    this.changed = changed;
    thread.setDaemon(true);
  }

  /**
   * Begins to watch. Walks through the folders, so it does not belong on the thread of a window.
   *
   * @param folders of a file, and of a folder that does not exist, the folder it is in is watched
   * @param changed told on a thread of this object
   * @throws IOException when the system has nothing to watch with
   */
  public static FolderWatch start(Collection<Path> folders, Runnable changed) throws IOException {
    return start(folders, changed, MOST_FOLDERS);
  }

  /** The same with a bound of one's own. */
  static FolderWatch start(Collection<Path> folders, Runnable changed, int most)
      throws IOException {
    FolderWatch watch = new FolderWatch(FileSystems.getDefault().newWatchService(), changed, most);
    try {
      folders.forEach(watch::begin);
    } catch (RuntimeException e) {
      watch.close();
      throw e;
    }
    watch.thread.start();
    return watch;
  }

  private void begin(Path folder) {
    Path parent = folder.toAbsolutePath().getParent();
    if (Files.isDirectory(folder)) {
      addNew(folder);
    } else if (parent != null && Files.isDirectory(parent)) {
      register(parent);
    } else {
      leaveOut(folder);
    }
  }

  private synchronized void leaveOut(Path folder) {
    if (unwatched.size() < MOST_FOLDERS) {
      unwatched.add(folder);
    }
  }

  private synchronized void add(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes) {
            return register(found) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path found, IOException fault) {
            if (fault instanceof AccessDeniedException && Files.isDirectory(found)) {
              leaveOut(found);
            }
            return FileVisitResult.CONTINUE; // it is gone again, forbidden, or a loop of links
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException fault) {
            return FileVisitResult.CONTINUE; // as much of it as could be listed
          }
        });
  }

  private synchronized boolean register(Path folder) {
    if (watched.size() >= most) {
      leaveOut(folder);
      LOG.info("{} is not watched; there are too many folders.", folder);
      return false;
    }
    try {
      WatchKey key =
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
      watched.put(key, folder);
      unwatched.remove(folder);
      return true;
    } catch (IOException e) {
      leaveOut(folder);
      LOG.info("{} cannot be watched.", folder, e);
      return false;
    }
  }

  /** Number of folders that are watched. */
  public synchronized int folders() {
    return watched.size();
  }

  /**
   * The folders that cannot be watched, in the order of their names: they are not there, forbidden,
   * or too many. What lies in them is not told of either.
   */
  public synchronized List<Path> unwatched() {
    return List.copyOf(unwatched);
  }

  private void watch() {
    try {
      while (true) {
        take(service.take());
        untilQuiet();
        changed.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ClosedWatchServiceException e) {
      LOG.debug("Folders are not watched any more.");
    }
  }

  private void untilQuiet() throws InterruptedException {
    long began = System.nanoTime();
    WatchKey key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    while (key != null) {
      take(key);
      key =
          System.nanoTime() - began > MOST_NANOS
              ? null
              : service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** New folders are watched as well. */
  private synchronized void take(WatchKey key) {
    Path folder = watched.get(key);
    for (var event : key.pollEvents()) {
      if (folder != null && event.kind() == StandardWatchEventKinds.OVERFLOW) {
        addNew(folder); // folders may have come that were not told of
      }
      if (folder != null && event.context() instanceof Path name) {
        Path path = folder.resolve(name);
        if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(path)) {
          addNew(path);
        }
      }
    }
    if (!key.reset()) {
      watched.remove(key);
    }
  }

  private void addNew(Path folder) {
    try {
      add(folder);
    } catch (IOException e) {
      leaveOut(folder);
      LOG.info("{} cannot be watched.", folder, e);
    }
  }

  /** Stops; what is being told of is told to its end. */
  @Override
  public void close() throws IOException {
    service.close();
  }
}
