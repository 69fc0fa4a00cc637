package org.coverscape.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.locationtech.jts.geom.Envelope;

/**
 * The spatial index of a layer (GeoPackage 1.3, annex F.3, extension {@code gpkg_rtree_index}),
 * filled directly and left with the triggers that keep it right in other programs.
 */
final class GeoPackageIndex implements AutoCloseable {
  private final Connection connection;
  private final String table;
  private final String column;
  private final String key;
  private final String index;
  private final PreparedStatement insert;

  GeoPackageIndex(Connection connection, String table, String column, String key)
      throws SQLException {
    this.connection = connection;
    this.table = table;
    this.column = column;
    this.key = Sqlite.quote(key);
    index = Sqlite.quote("rtree_" + table + "_" + column);
    Sqlite.execute(
        connection, "CREATE VIRTUAL TABLE " + index + " USING rtree(id, minx, maxx, miny, maxy)");
    register();
    insert = connection.prepareStatement("INSERT INTO " + index + " VALUES (?, ?, ?, ?, ?)");
  }

  private void register() throws SQLException {
    try (PreparedStatement extension =
        connection.prepareStatement("INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)")) {
      extension.setString(1, table);
      extension.setString(2, column);
      extension.setString(3, "gpkg_rtree_index");
      extension.setString(4, "http://www.geopackage.org/spec120/#extension_rtree");
      extension.setString(5, "write-only");
      extension.executeUpdate();
    }
  }

  void add(long id, Envelope box) throws SQLException {
    insert.setLong(1, id);
    insert.setDouble(2, box.getMinX());
    insert.setDouble(3, box.getMaxX());
    insert.setDouble(4, box.getMinY());
    insert.setDouble(5, box.getMaxY());
    insert.executeUpdate();
  }

  /** Adds the triggers; they call functions that only the reading programs have. */
  @Override
  public void close() throws SQLException {
    insert.close();
    String geometry = Sqlite.quote(column);
    String filled = "(NEW." + geometry + " NOTNULL AND NOT ST_IsEmpty(NEW." + geometry + "))";
    String hollow = "(NEW." + geometry + " ISNULL OR ST_IsEmpty(NEW." + geometry + "))";
    String same = "OLD." + key + " = NEW." + key;
    String moved = "OLD." + key + " != NEW." + key;
    String drop = "DELETE FROM " + index + " WHERE id = OLD." + key + ";";
    String both = "DELETE FROM " + index + " WHERE id IN (OLD." + key + ", NEW." + key + ");";
    String put = put("NEW." + geometry);
    String updateOf = "UPDATE OF " + geometry;
    Sqlite.execute(
        connection,
        trigger("insert", "INSERT", filled, put),
        trigger("update1", updateOf, same + " AND " + filled, put),
        trigger("update2", updateOf, same + " AND " + hollow, drop),
        trigger("update3", "UPDATE", moved + " AND " + filled, drop + " " + put),
        trigger("update4", "UPDATE", moved + " AND " + hollow, both),
        trigger("delete", "DELETE", "OLD." + geometry + " NOTNULL", drop));
  }

  private String put(String geometry) {
    return String.format(
        "INSERT OR REPLACE INTO %1$s VALUES (NEW.%2$s, ST_MinX(%3$s), ST_MaxX(%3$s),"
            + " ST_MinY(%3$s), ST_MaxY(%3$s));",
        index, key, geometry);
  }

  private String trigger(String name, String event, String condition, String body) {
    return String.format(
        "CREATE TRIGGER %s AFTER %s ON %s WHEN (%s) BEGIN %s END",
        Sqlite.quote("rtree_" + table + "_" + column + "_" + name),
        event,
        Sqlite.quote(table),
        condition,
        body);
  }
}
