package org.coverscape.engine.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The tables of a project file. Paths inside the file's folder are relative to it. */
final class ProjectSchema {
  private static final String FOUND = "CREATE TABLE found (" + TileRow.COLUMNS + ")";

  static final DatabaseKind KIND =
      new DatabaseKind(
          "project of Coverscape",
          0x43765072, // "CvPr"
          2,
          """
          CREATE TABLE project (
            name TEXT NOT NULL, longitude REAL, latitude REAL, metres_per_pixel REAL)""",
          """
          CREATE TABLE region (
            place INTEGER PRIMARY KEY, name TEXT NOT NULL, crs TEXT NOT NULL,
            outline BLOB NOT NULL)""",
          """
          CREATE TABLE job (
            place INTEGER PRIMARY KEY, folder TEXT NOT NULL, name TEXT NOT NULL,
            created TEXT NOT NULL, state TEXT NOT NULL)""",
          "CREATE TABLE imagery (place INTEGER PRIMARY KEY, path TEXT NOT NULL)",
          FOUND,
          """
          CREATE TABLE layer (
            place INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, file TEXT,
            visible INTEGER NOT NULL, opacity REAL NOT NULL)""",
          "CREATE TABLE colour (place INTEGER PRIMARY KEY, class TEXT NOT NULL, colour TEXT NOT NULL)",
          "CREATE TABLE service (place INTEGER PRIMARY KEY, address TEXT NOT NULL)",
          "CREATE TABLE setting (place INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL)");

  /** Empties every table. */
  static final String[] CLEAR = {
    "DELETE FROM project",
    "DELETE FROM region",
    "DELETE FROM job",
    "DELETE FROM imagery",
    "DELETE FROM found",
    "DELETE FROM layer",
    "DELETE FROM colour",
    "DELETE FROM service",
    "DELETE FROM setting"
  };

  private ProjectSchema() {}

  /** Whether a file can have images that were found elsewhere; those of version 1 cannot. */
  static boolean hasFound(Connection connection) throws SQLException {
    return Sqlite.number(connection, "PRAGMA user_version") > 1;
  }

  /** Makes of an older file one of the present version; wants a transaction that is open. */
  static void upgrade(Connection connection) throws SQLException {
    if (!hasFound(connection)) {
      Sqlite.execute(connection, FOUND, "PRAGMA user_version=" + KIND.version());
    }
  }
}
