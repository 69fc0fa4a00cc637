package org.coverscape.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.region.Crs;

/**
 * Writes vector layers to a GeoPackage (OGC 12-128r17, version 1.3) with a spatial index.
 *
 * <p>Features go to a file beside the wanted one, which takes its place on {@link #close}; after
 * {@link #discard} or a fault nothing is left and an older file stays as it was. Not thread-safe.
 */
public final class GeoPackageWriter implements AutoCloseable {
  private final Path file;
  private final Path draft;
  private final Connection connection;
  private final List<GeoPackageLayer> layers = new ArrayList<>();
  private boolean discarded;
  private boolean closed;

  private GeoPackageWriter(Path file, Path draft, Connection connection) {
    this.file = file;
    this.draft = draft;
    this.connection = connection;
  }

  /**
   * Begins a GeoPackage.
   *
   * @throws IOException with one sentence when it cannot be written there
   */
  public static GeoPackageWriter create(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(draft);
    try {
      Connection connection = Sqlite.open(draft);
      try {
        // A draft that dies is thrown away, so it needs no journal of its own.
        Sqlite.execute(connection, "PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF");
        connection.setAutoCommit(false);
        GeoPackageSchema.create(connection);
      } catch (SQLException e) {
        connection.close();
        Files.deleteIfExists(draft);
        throw e;
      }
      return new GeoPackageWriter(file, draft, connection);
    } catch (SQLException e) {
      throw new IOException(Sqlite.sentence(e, file), e);
    }
  }

  /**
   * Adds an empty layer of multipolygons; polygons are promoted.
   *
   * @param name its name, not one that begins with {@code gpkg_} or {@code sqlite_}
   * @param crs what its coordinates mean
   * @param columns its attributes
   * @throws IOException with one sentence when it cannot be written, or the name is taken
   */
  public GeoPackageLayer addLayer(String name, Crs crs, List<Column> columns) throws IOException {
    try {
      GeoPackageLayer layer = new GeoPackageLayer(connection, file, name, crs, columns);
      layers.add(layer);
      return layer;
    } catch (SQLException e) {
      discarded = true;
      throw new IOException(Sqlite.sentence(e, file), e);
    }
  }

  /** Leaves nothing behind when the writer is closed. */
  public void discard() {
    discarded = true;
  }

  /**
   * Finishes the layers and puts the file in its place.
   *
   * @throws IOException with one sentence when any of it could not be written
   */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      finish();
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void finish() throws IOException {
    boolean keep = !discarded && layers.stream().noneMatch(GeoPackageLayer::failed);
    try (connection) {
      if (keep) {
        for (GeoPackageLayer layer : layers) {
          layer.finish();
        }
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IOException(Sqlite.sentence(e, file), e);
    }
    if (keep) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
