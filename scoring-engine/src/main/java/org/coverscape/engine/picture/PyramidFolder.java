package org.coverscape.engine.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.raster.GeoTiffSpec;
import org.coverscape.engine.raster.GeoTiffWriter;
import org.coverscape.engine.raster.RowHalver;
import org.coverscape.engine.raster.RowSource;
import org.coverscape.engine.region.Crs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of small versions of images that have none of their own: GeoTIFFs with overviews, the
 * largest half the size of the image, without a place on the ground. Bounded; those that were not
 * used for longest go first. May be shared by several programs. Thread-safe.
 *
 * <p>A file's name holds a hash of the image's path, size and time of change, so that another image
 * never gets its pixels.
 */
final class PyramidFolder {
  private static final Logger LOG = LoggerFactory.getLogger(PyramidFolder.class);
  private static final String ENDING = ".halves.tif";
  private static final Duration ABANDONED = Duration.ofDays(1);

  /** Any system will do: nobody asks the file where it lies. */
  private static final int SOME_SYSTEM = 3857;

  private record Kept(Path path, long bytes, FileTime used) {}

  private final Path folder;
  private final long capacity;
  private final Set<Path> inUse = new HashSet<>();
  private final Set<Path> doubtful = new HashSet<>();

  /**
   * The versions in a folder, which is made when it is needed.
   *
   * @param capacity bytes the folder may hold
   */
  PyramidFolder(Path folder, long capacity) {
    this.folder = folder;
    this.capacity = capacity;
  }

  /** The small version of an image, where there is one; it counts as used now. */
  Optional<Path> find(ImageryTile tile) throws IOException {
    Path file = file(tile);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    use(file);
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("{} may be read only.", file, e);
    }
    return Optional.of(file);
  }

  private synchronized void use(Path file) {
    inUse.add(file);
  }

  /**
   * Makes the small version of an image.
   *
   * @param rows its rows at half the size
   * @throws IOException when it cannot be written, or the rows cannot be had
   */
  Path write(ImageryTile tile, RowSource rows) throws IOException {
    Files.createDirectories(folder);
    Path file = file(tile);
    trim((long) tile.width() * tile.height() * tile.bands() / 4);
    PixelGrid grid = PixelGrid.northUp(0, 0, 1, 1);
    int width = RowHalver.half(tile.width());
    int height = RowHalver.half(tile.height());
    GeoTiffSpec spec =
        GeoTiffSpec.of(width, height, tile.bands(), grid, Crs.ofEpsg(SOME_SYSTEM))
            .asCloudOptimized();
    GeoTiffWriter.write(
        file, tile.noData().isPresent() ? spec.withNoData(tile.noData().getAsInt()) : spec, rows);
    use(file);
    return file;
  }

  /** Named after what the file is now, and not only after what the catalogue remembers of it. */
  private Path file(ImageryTile tile) throws IOException {
    // what is remembered counts besides, as an image's pixels may lie in a file of another name
    String key =
        String.join(
            "\n",
            tile.location().text(),
            now(tile),
            tile.fingerprint(),
            String.valueOf(tile.noData()));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash, 0, 16) + ENDING).toAbsolutePath();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static String now(ImageryTile tile) throws IOException {
    Optional<Path> file = tile.location().file();
    if (file.isEmpty()) {
      return tile.fingerprint();
    }
    try (ByteSource bytes = new FileBytes(file.get())) {
      return bytes.fingerprint();
    }
  }

  /** Removes a version that is broken. */
  void remove(Path file) {
    synchronized (this) {
      inUse.remove(file);
    }
    delete(file);
  }

  /** A version of a damaged image: it is of use until the end, and then to be forgotten. */
  synchronized void doubt(Path file) {
    doubtful.add(file);
  }

  /** Forgets what must not outlive this session. */
  void end() {
    List<Path> files;
    synchronized (this) {
      files = List.copyOf(doubtful);
      doubtful.clear();
    }
    files.forEach(PyramidFolder::delete);
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("{} cannot be removed.", file, e);
      return false;
    }
  }

  /** Makes room for a file; those that this session looks at stay. */
  private void trim(long wanted) throws IOException {
    removeAbandoned();
    List<Kept> all = kept();
    long bytes = all.stream().mapToLong(Kept::bytes).sum();
    for (Kept oldest : all) {
      if (bytes + wanted > capacity && !isInUse(oldest.path()) && delete(oldest.path())) {
        bytes -= oldest.bytes();
      }
    }
    if (bytes + wanted > capacity || Files.getFileStore(folder).getUsableSpace() < 4 * wanted) {
      throw new IOException("There is no room in " + folder + ".");
    }
  }

  private synchronized boolean isInUse(Path file) {
    return inUse.contains(file);
  }

  private List<Kept> kept() throws IOException {
    List<Kept> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        all.add(new Kept(file.toAbsolutePath(), now.size(), now.lastModifiedTime()));
      }
    }
    all.sort(Comparator.comparing(Kept::used));
    return all;
  }

  /** A program that was killed leaves unfinished files behind. */
  private void removeAbandoned() throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".part")).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
          delete(file);
        }
      }
    }
  }
}
