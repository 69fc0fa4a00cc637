package org.coverscape.engine.store;

/** The tables of a project file. Paths inside the file's folder are relative to it. */
final class ProjectSchema {
  static final DatabaseKind KIND =
      new DatabaseKind(
          "project of Coverscape",
          0x43765072, // "CvPr"
          1,
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
    "DELETE FROM layer",
    "DELETE FROM colour",
    "DELETE FROM service",
    "DELETE FROM setting"
  };

  private ProjectSchema() {}
}
