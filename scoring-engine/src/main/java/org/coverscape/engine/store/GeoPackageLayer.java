package org.coverscape.engine.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.coverscape.engine.region.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A layer of multipolygons that is being written to a GeoPackage; see {@link GeoPackageWriter}. Not
 * thread-safe.
 */
public final class GeoPackageLayer {
  private final Connection connection;
  private final Path file;
  private final String name;
  private final int columns;
  private final int srsId;
  private final PreparedStatement insert;
  private final GeoPackageIndex index;
  private final Envelope extent = new Envelope();
  private long features;
  private boolean failed;

  GeoPackageLayer(Connection connection, Path file, String name, Crs crs, List<Column> columns)
      throws SQLException {
    this.connection = connection;
    this.file = file;
    this.name = name;
    this.columns = columns.size();
    String key = free("fid", columns);
    String geometry = free("geom", columns);
    srsId = GeoPackageSchema.system(connection, crs);
    Sqlite.execute(connection, table(key, geometry, columns));
    register(geometry);
    index = new GeoPackageIndex(connection, name, geometry, key);
    insert =
        connection.prepareStatement(
            "INSERT INTO "
                + Sqlite.quote(name)
                + " VALUES (?, ?"
                + ", ?".repeat(columns.size())
                + ")");
  }

  /** A name that no attribute has; SQLite does not tell upper from lower case. */
  private static String free(String wanted, List<Column> columns) {
    String name = wanted;
    for (int i = 1; taken(name, columns); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  private static boolean taken(String name, List<Column> columns) {
    return columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
  }

  private String table(String key, String geometry, List<Column> columns) {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(Sqlite.quote(name));
    sql.append(" (").append(Sqlite.quote(key)).append(" INTEGER PRIMARY KEY AUTOINCREMENT, ");
    sql.append(Sqlite.quote(geometry)).append(" MULTIPOLYGON");
    for (Column column : columns) {
      sql.append(", ").append(Sqlite.quote(column.name())).append(' ').append(column.type());
    }
    return sql.append(')').toString();
  }

  private void register(String geometry) throws SQLException {
    try (PreparedStatement contents =
            connection.prepareStatement(
                "INSERT INTO gpkg_contents(table_name, data_type, identifier, srs_id)"
                    + " VALUES (?, 'features', ?, ?)");
        PreparedStatement columns =
            connection.prepareStatement(
                "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'MULTIPOLYGON', ?, 0, 0)")) {
      contents.setString(1, name);
      contents.setString(2, name);
      contents.setInt(3, srsId);
      contents.executeUpdate();
      columns.setString(1, name);
      columns.setString(2, geometry);
      columns.setInt(3, srsId);
      columns.executeUpdate();
    }
  }

  /** The name of the layer. */
  public String name() {
    return name;
  }

  /** The number of features so far. */
  public long features() {
    return features;
  }

  /**
   * Adds a feature.
   *
   * @param geometry a polygon or multipolygon in the layer's coordinates
   * @param values one for each column, in the order of the columns; null for none
   * @throws IOException with one sentence when the file cannot be written
   * @throws IllegalArgumentException when the geometry is no polygon or a value is missing
   */
  public void insert(Geometry geometry, List<? extends @Nullable Object> values)
      throws IOException {
    if (values.size() != columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Layer %s has %d columns, not %d.", name, columns, values.size()));
    }
    MultiPolygon polygons = promote(geometry);
    try {
      long id = ++features;
      insert.setLong(1, id);
      insert.setBytes(2, GeoPackageGeometry.encode(polygons, srsId));
      for (int i = 0; i < columns; i++) {
        insert.setObject(i + 3, stored(values.get(i)));
      }
      insert.executeUpdate();
      if (!polygons.isEmpty()) {
        index.add(id, polygons.getEnvelopeInternal());
        extent.expandToInclude(polygons.getEnvelopeInternal());
      }
    } catch (SQLException e) {
      failed = true;
      throw new IOException(Sqlite.sentence(e, file), e);
    }
  }

  private static MultiPolygon promote(Geometry geometry) {
    if (geometry instanceof MultiPolygon polygons) {
      return polygons;
    }
    if (geometry instanceof Polygon polygon) {
      return geometry.getFactory().createMultiPolygon(new Polygon[] {polygon});
    }
    throw new IllegalArgumentException(
        "The layer holds polygons, not a " + geometry.getGeometryType() + ".");
  }

  private static @Nullable Object stored(@Nullable Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value == null || value instanceof Number) {
      return value;
    }
    return value.toString();
  }

  /** Whether a feature could not be written, so that the layer is not whole. */
  boolean failed() {
    return failed;
  }

  /** Writes the extent and the index's triggers. */
  void finish() throws SQLException {
    insert.close();
    index.close();
    if (extent.isNull()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?"
                + " WHERE table_name = ?")) {
      update.setDouble(1, extent.getMinX());
      update.setDouble(2, extent.getMinY());
      update.setDouble(3, extent.getMaxX());
      update.setDouble(4, extent.getMaxY());
      update.setString(5, name);
      update.executeUpdate();
    }
  }
}
