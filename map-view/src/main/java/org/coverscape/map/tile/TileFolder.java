package org.coverscape.map.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder of small files by zoom, column and row, kept below a number of bytes: when it grows over
 * it, those unused for longest are deleted. Any thread.
 */
final class TileFolder {
  private static final String SUFFIX = ".tile";
  private static final String UNFINISHED = ".part";

  /** Trimming goes down to this share, so that it is rare. */
  private static final double TRIMMED = 0.9;

  /** A file's time says when it was last used, give or take this. */
  private static final Duration FRESH = Duration.ofHours(1);

  private final Path folder;
  private final long maxBytes;
  private long bytes = -1;

  TileFolder(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /** The content kept for a tile, if there is one. */
  Optional<byte[]> read(TileAddress address) throws IOException {
    Path file = file(address);
    try {
      byte[] content = Files.readAllBytes(file);
      Instant now = Instant.now();
      if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(FRESH))) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
      return Optional.of(content);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Keeps the content of a tile; readers see all of it or nothing. */
  void write(TileAddress address, byte[] content) throws IOException {
    Path file = file(address);
    Path parent = folder.resolve(address.zoom() + "/" + address.x());
    Files.createDirectories(parent);
    Path part = Files.createTempFile(parent, "", UNFINISHED);
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    grown(content.length);
  }

  private synchronized void grown(long by) throws IOException {
    if (bytes < 0) {
      bytes = list().stream().mapToLong(Kept::size).sum();
    } else {
      bytes += by;
    }
    if (bytes > maxBytes) {
      trim();
    }
  }

  private void trim() throws IOException {
    List<Kept> oldestFirst = list();
    oldestFirst.sort(Comparator.comparing(Kept::used));
    bytes = oldestFirst.stream().mapToLong(Kept::size).sum();
    for (Kept kept : oldestFirst) {
      if (bytes <= maxBytes * TRIMMED) {
        return;
      }
      Files.deleteIfExists(kept.file());
      bytes -= kept.size();
    }
  }

  private List<Kept> list() throws IOException {
    List<Kept> all = new ArrayList<>();
    Instant stale = Instant.now().minus(FRESH);
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              FileTime used = attributes.lastModifiedTime();
              if (file.toString().endsWith(SUFFIX)) {
                all.add(new Kept(file, attributes.size(), used));
              } else if (file.toString().endsWith(UNFINISHED) && used.toInstant().isBefore(stale)) {
                Files.deleteIfExists(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return all;
  }

  private Path file(TileAddress address) {
    return folder.resolve(address.zoom() + "/" + address.x() + "/" + address.y() + SUFFIX);
  }

  /** A file, its bytes, and when it was last used. */
  private record Kept(Path file, long size, FileTime used) {}
}
