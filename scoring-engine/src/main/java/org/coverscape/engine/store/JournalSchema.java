package org.coverscape.engine.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The tables of a job's journal: what was asked for in {@code job} and {@code image}, one row per
 * chip in {@code chip}, and the sets of images and names of services its rows point at.
 */
final class JournalSchema {
  static final DatabaseKind KIND =
      new DatabaseKind(
          "job of Coverscape",
          0x43764A62, // "CvJb"
          2,
          """
          CREATE TABLE job (
            region TEXT NOT NULL, crs TEXT NOT NULL, zone TEXT NOT NULL, gsd REAL NOT NULL,
            stride INTEGER NOT NULL, model TEXT NOT NULL, year INTEGER,
            any_gsd INTEGER NOT NULL, program_version TEXT NOT NULL, created TEXT NOT NULL,
            cells TEXT NOT NULL DEFAULT 'chip')""",
          """
          CREATE TABLE image (
            place INTEGER PRIMARY KEY, id TEXT NOT NULL, date TEXT, synthetic INTEGER NOT NULL,
            fingerprint TEXT NOT NULL, path TEXT NOT NULL)""",
          "CREATE TABLE imagery_set (number INTEGER PRIMARY KEY, images TEXT NOT NULL UNIQUE)",
          "CREATE TABLE service (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
          """
          CREATE TABLE chip (
            "row" INTEGER NOT NULL, col INTEGER NOT NULL,
            reason TEXT,            -- null where the chip is scored
            class_id INTEGER,       -- 0 unclassified, null where it is not scored
            confidence INTEGER,     -- percent, 1 to 100
            scores BLOB,            -- six little-endian floats in class-id order
            imagery INTEGER NOT NULL REFERENCES imagery_set(number),
            service INTEGER REFERENCES service(number),
            detail TEXT, recorded_millis INTEGER NOT NULL,
            cells BLOB,             -- of a dense job: 49 class ids from the north-west, row by
                                    -- row, then 49 confidences, 0 where a cell has no data
            PRIMARY KEY ("row", col)) WITHOUT ROWID""",
          "INSERT INTO imagery_set(number, images) VALUES (0, '[]')");

  /** A chip that is scored stays as it is; any other takes what is newer. */
  static final String PUT_CHIP =
      """
      INSERT INTO chip VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT("row", col) DO UPDATE SET reason = excluded.reason,
        class_id = excluded.class_id, confidence = excluded.confidence,
        scores = excluded.scores, imagery = excluded.imagery, service = excluded.service,
        detail = excluded.detail, recorded_millis = excluded.recorded_millis,
        cells = excluded.cells
      WHERE chip.reason IS NOT NULL""";

  static final String PUT_JOB = "INSERT INTO job VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  static final String PUT_IMAGE = "INSERT INTO image VALUES (?, ?, ?, ?, ?, ?)";

  private JournalSchema() {}

  /** Whether a file can say something of cells; those of version 1 are of whole chips. */
  static boolean hasCells(Connection connection) throws SQLException {
    return Sqlite.number(connection, "PRAGMA user_version") > 1;
  }

  /**
   * Makes of an older file one of the present version, in a transaction of its own; two programs
   * that would do it at once wait for each other.
   */
  static void upgrade(Connection connection) throws SQLException {
    if (hasCells(connection)) {
      return;
    }
    Sqlite.begin(connection);
    try {
      if (!hasCells(connection)) {
        Sqlite.execute(
            connection,
            "ALTER TABLE job ADD COLUMN cells TEXT NOT NULL DEFAULT 'chip'",
            "ALTER TABLE chip ADD COLUMN cells BLOB",
            "PRAGMA user_version=" + KIND.version());
      }
      Sqlite.commit(connection);
    } catch (SQLException e) {
      Sqlite.rollback(connection, e);
      throw e;
    }
  }
}
