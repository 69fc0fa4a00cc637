package org.coverscape.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.coverscape.engine.region.Crs;

/** The tables every GeoPackage has (GeoPackage 1.3, clauses 1.1.2, 2.1.5 and 2.3.2). */
final class GeoPackageSchema {
  /** "GPKG" as SQLite's application id. */
  static final int APPLICATION_ID = 0x47504B47;

  /** Version 1.3.0 as SQLite's user version. */
  private static final int VERSION = 10300;

  /** Where the ids of systems without an EPSG code begin. */
  private static final int OWN_SYSTEMS = 900_001;

  private GeoPackageSchema() {}

  static void create(Connection connection) throws SQLException {
    Sqlite.execute(
        connection,
        "PRAGMA application_id=" + APPLICATION_ID,
        "PRAGMA user_version=" + VERSION,
        """
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
          organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
          definition TEXT NOT NULL, description TEXT)""",
        """
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
          identifier TEXT UNIQUE, description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
            REFERENCES gpkg_spatial_ref_sys(srs_id))""",
        """
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL, column_name TEXT NOT NULL,
          geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL, m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""",
        """
        CREATE TABLE gpkg_extensions (
          table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
          definition TEXT NOT NULL, scope TEXT NOT NULL,
          CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""");
    addSystem(connection, "Undefined Cartesian SRS", -1, "NONE", -1, "undefined");
    addSystem(connection, "Undefined geographic SRS", 0, "NONE", 0, "undefined");
    addSystem(connection, "WGS 84", 4326, "EPSG", 4326, WGS84);
  }

  /** The id of a system, which is added when it is not there yet. */
  static int system(Connection connection, Crs crs) throws SQLException {
    int code = crs.epsg().orElse(0);
    if (code == 0) {
      int id = freeSystem(connection);
      addSystem(connection, crs.name(), id, "NONE", id, crs.wkt());
      return id;
    }
    if (Sqlite.number(connection, count("srs_id = " + code)) == 0) {
      addSystem(connection, crs.name(), code, "EPSG", code, crs.wkt());
    }
    return code;
  }

  private static int freeSystem(Connection connection) throws SQLException {
    return OWN_SYSTEMS + (int) Sqlite.number(connection, count("srs_id >= " + OWN_SYSTEMS));
  }

  private static String count(String condition) {
    return "SELECT count(*) FROM gpkg_spatial_ref_sys WHERE " + condition;
  }

  private static void addSystem(
      Connection connection, String name, int id, String organization, int code, String wkt)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)")) {
      insert.setString(1, name);
      insert.setInt(2, id);
      insert.setString(3, organization);
      insert.setInt(4, code);
      insert.setString(5, wkt);
      insert.executeUpdate();
    }
  }

  private static final String WGS84 =
      """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
      AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\
      AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
      AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]""";
}
