package org.coverscape.engine.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coverscape.engine.vector.Feature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Reads the rows of a layer's table: its geometry, and all other columns but the key and blobs. */
final class GeoPackageRows {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Connection connection;
  private final String table;
  private final String geometry;

  GeoPackageRows(Connection connection, String table, String geometry) {
    this.connection = connection;
    this.table = table;
    this.geometry = geometry;
  }

  List<Feature> read() throws SQLException {
    Map<String, String> columns = columns();
    List<Feature> features = new ArrayList<>();
    StringBuilder sql = new StringBuilder("SELECT ").append(Sqlite.quote(geometry));
    columns.keySet().forEach(name -> sql.append(", ").append(Sqlite.quote(name)));
    sql.append(" FROM ").append(Sqlite.quote(table));
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(sql.toString())) {
      while (row.next()) {
        features.add(new Feature(shape(row), attributes(row, columns)));
      }
    }
    return features;
  }

  /** The declared types of the attributes by name. */
  private Map<String, String> columns() throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("PRAGMA table_info(" + Sqlite.quote(table) + ")")) {
      while (row.next()) {
        String name = row.getString("name");
        String type = row.getString("type").toUpperCase(Locale.ROOT);
        boolean key = row.getInt("pk") > 0;
        if (!key && !name.equalsIgnoreCase(geometry) && !type.startsWith("BLOB")) {
          columns.put(name, type);
        }
      }
    }
    return columns;
  }

  private static Geometry shape(ResultSet row) throws SQLException {
    byte[] bytes = row.getBytes(1);
    return bytes == null ? GEOMETRY.createPolygon() : GeoPackageGeometry.decode(bytes);
  }

  private static Map<String, Object> attributes(ResultSet row, Map<String, String> columns)
      throws SQLException {
    Map<String, Object> attributes = new LinkedHashMap<>();
    int place = 2;
    for (Map.Entry<String, String> column : columns.entrySet()) {
      Object value = value(row.getObject(place++), column.getValue());
      if (value != null) {
        attributes.put(column.getKey(), value);
      }
    }
    return attributes;
  }

  private static @Nullable Object value(@Nullable Object stored, String type) {
    if (stored instanceof Number number) {
      if (type.equals("BOOLEAN")) {
        return number.longValue() != 0;
      }
      boolean whole = stored instanceof Integer || stored instanceof Long;
      return whole ? (Object) number.longValue() : (Object) number.doubleValue();
    }
    if (stored instanceof String text) {
      return type.equals("DATE") ? day(text) : text;
    }
    return null;
  }

  private static Object day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return text;
    }
  }
}
