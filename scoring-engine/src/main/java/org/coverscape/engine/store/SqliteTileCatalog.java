package org.coverscape.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.TileCatalog;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A catalogue of images in SQLite, with an R*Tree over their outlines in degrees.
 *
 * <p>Thread-safe; other processes may use the same file at once. Faults are {@link StoreException}s
 * with one sentence.
 */
public final class SqliteTileCatalog implements TileCatalog, AutoCloseable {
  /** The newest date first, images without a date last, then by id and path. */
  private static final Comparator<ImageryTile> ORDER =
      Comparator.comparing(
              (ImageryTile tile) -> tile.date().orElse(LocalDate.MIN), Comparator.reverseOrder())
          .thenComparing(ImageryTile::id)
          .thenComparing(ImageryTile::location);

  private final Path file;
  private final Connection connection;
  private final TileRow rows = new TileRow();

  private SqliteTileCatalog(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens a catalogue, beginning an empty one where there is no file.
   *
   * @throws StoreException with one sentence when the file is no catalogue, or a newer one
   */
  public static SqliteTileCatalog open(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return prepared(file, Sqlite.open(file));
    } catch (IOException e) {
      throw new StoreException(
          "The folder of " + file + " cannot be made; choose another place.", e);
    } catch (SQLException e) {
      throw new StoreException(Sqlite.sentence(e, file), e);
    }
  }

  /** An empty catalogue that is gone when it is closed. */
  public static SqliteTileCatalog inMemory() {
    Path name = Path.of("the catalogue in memory");
    try {
      return prepared(name, Sqlite.inMemory());
    } catch (SQLException e) {
      throw new StoreException(Sqlite.sentence(e, name), e);
    }
  }

  private static SqliteTileCatalog prepared(Path file, Connection connection) throws SQLException {
    try {
      Sqlite.begin(connection);
      if (DatabaseKind.isBlank(connection)) {
        CatalogSchema.KIND.create(connection);
      }
      Optional<String> refusal = CatalogSchema.KIND.refusal(connection, file);
      if (refusal.isPresent()) {
        throw new StoreException(refusal.get());
      }
      Sqlite.execute(connection, "COMMIT", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL");
      return new SqliteTileCatalog(file, connection);
    } catch (SQLException | StoreException e) {
      connection.close();
      throw e;
    }
  }

  /** Adds an image, in place of the one at the same location. */
  public void put(ImageryTile tile) {
    putAll(List.of(tile));
  }

  /** Adds images, in place of those at the same locations; all of them or, after a fault, none. */
  public synchronized void putAll(Collection<ImageryTile> tiles) {
    try (PreparedStatement put = connection.prepareStatement(CatalogSchema.PUT);
        PreparedStatement box = connection.prepareStatement(CatalogSchema.PUT_BOX)) {
      Sqlite.begin(connection);
      try {
        for (ImageryTile tile : tiles) {
          write(tile, put, box);
        }
        Sqlite.commit(connection);
      } catch (SQLException e) {
        Sqlite.rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private void write(ImageryTile tile, PreparedStatement put, PreparedStatement box)
      throws SQLException {
    rows.write(tile, put);
    Envelope extent = tile.footprint().getEnvelopeInternal();
    box.setLong(1, number(put));
    box.setDouble(2, extent.getMinX());
    box.setDouble(3, extent.getMaxX());
    box.setDouble(4, extent.getMinY());
    box.setDouble(5, extent.getMaxY());
    box.executeUpdate();
  }

  private static long number(PreparedStatement put) throws SQLException {
    try (ResultSet row = put.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Forgets images; those that are not known do no harm. */
  public synchronized void forget(Collection<ImageLocation> locations) {
    try (PreparedStatement box = connection.prepareStatement(CatalogSchema.FORGET_BOX);
        PreparedStatement tile = connection.prepareStatement(CatalogSchema.FORGET)) {
      Sqlite.begin(connection);
      try {
        for (ImageLocation location : locations) {
          box.setString(1, location.text());
          box.executeUpdate();
          tile.setString(1, location.text());
          tile.executeUpdate();
        }
        Sqlite.commit(connection);
      } catch (SQLException e) {
        Sqlite.rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /** Forgets every image. */
  public synchronized void clear() {
    try {
      Sqlite.execute(connection, "DELETE FROM tile", "DELETE FROM tile_box");
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /** The fingerprint an image had when it was catalogued; empty where it is not known. */
  public synchronized Optional<String> fingerprint(ImageLocation location) {
    try (PreparedStatement query = connection.prepareStatement(CatalogSchema.FINGERPRINT)) {
      query.setString(1, location.text());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /** Every image, in the order of {@link #covering}. */
  public synchronized List<ImageryTile> all() {
    try (PreparedStatement query = connection.prepareStatement(CatalogSchema.ALL)) {
      return sorted(tiles(query));
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  @Override
  public List<ImageryTile> covering(Region region, OptionalInt year) {
    Geometry ground = region.in(Crs.WGS84).geometry();
    List<ImageryTile> near = near(ground.getEnvelopeInternal(), year);
    PreparedGeometry exact = PreparedGeometryFactory.prepare(ground);
    return sorted(near.stream().filter(tile -> exact.intersects(tile.footprint())).toList());
  }

  private synchronized List<ImageryTile> near(Envelope box, OptionalInt year) {
    try (PreparedStatement query = connection.prepareStatement(CatalogSchema.TOUCHING)) {
      query.setDouble(1, box.getMaxX());
      query.setDouble(2, box.getMinX());
      query.setDouble(3, box.getMaxY());
      query.setDouble(4, box.getMinY());
      for (int i = 5; i <= 6; i++) {
        if (year.isPresent()) {
          query.setString(i, String.format("%04d", year.getAsInt()));
        } else {
          query.setNull(i, Types.VARCHAR);
        }
      }
      return tiles(query);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private List<ImageryTile> tiles(PreparedStatement query) throws SQLException {
    List<ImageryTile> tiles = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        tiles.add(rows.read(row));
      }
    }
    return tiles;
  }

  private static List<ImageryTile> sorted(List<ImageryTile> tiles) {
    return tiles.stream().sorted(ORDER).toList();
  }

  private StoreException fault(SQLException fault) {
    return new StoreException(Sqlite.sentence(fault, file), fault);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw fault(e);
    }
  }
}
