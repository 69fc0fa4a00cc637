package org.coverscape.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A kind of SQLite file of this program, marked by SQLite's application id and user version.
 *
 * @param noun what a person calls it
 * @param applicationId the mark of the kind
 * @param version the newest layout of its tables that this program knows
 * @param tables the statements that make the tables of that version
 */
record DatabaseKind(String noun, int applicationId, int version, String... tables) {
  /** Makes the tables and sets the marks; wants a transaction that is open. */
  void create(Connection connection) throws SQLException {
    Sqlite.execute(connection, tables);
    Sqlite.execute(
        connection, "PRAGMA application_id=" + applicationId, "PRAGMA user_version=" + version);
  }

  /** Whether a database has neither marks nor tables. */
  static boolean isBlank(Connection connection) throws SQLException {
    return Sqlite.number(connection, "SELECT count(*) FROM sqlite_master") == 0;
  }

  /** Why a database cannot be used: one sentence; empty when it is of this kind and understood. */
  Optional<String> refusal(Connection connection, Path file) throws SQLException {
    if (Sqlite.number(connection, "PRAGMA application_id") != applicationId) {
      return Optional.of(file + " is not a " + noun + "; choose another file.");
    }
    if (Sqlite.number(connection, "PRAGMA user_version") > version) {
      return Optional.of(
          file + " was written by a newer version of Coverscape; install that version to open it.");
    }
    return Optional.empty();
  }
}
