package org.coverscape.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** How this package opens SQLite files, and what it says when SQLite will not. */
final class Sqlite {
  private static final int BUSY_MILLIS = 10_000;

  private Sqlite() {}

  /** Opens a file for reading and writing, creating it when it is not there. */
  static Connection open(Path file) throws SQLException {
    return config().createConnection(url(file));
  }

  /** Opens a file that is there, for reading only. */
  static Connection openReadOnly(Path file) throws SQLException {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    return config.createConnection(url(file));
  }

  /** Opens a database that lives as long as its connection. */
  static Connection inMemory() throws SQLException {
    return config().createConnection("jdbc:sqlite::memory:");
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  /** The driver reads a question mark as the start of options, so such names go as a URI. */
  private static String url(Path file) {
    Path absolute = file.toAbsolutePath();
    String name = absolute.toString();
    return "jdbc:sqlite:" + (name.indexOf('?') < 0 ? name : absolute.toUri().toString());
  }

  /** Runs statements that answer nothing, one by one. */
  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /**
   * Begins a transaction. Two writers wait for each other here; in the middle of a transaction one
   * of them would fail. The driver's own transactions begin with the end of the one before, and
   * would keep the others out while nothing is written.
   */
  static void begin(Connection connection) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
  }

  /** Commits what was written since {@link #begin}. */
  static void commit(Connection connection) throws SQLException {
    execute(connection, "COMMIT");
  }

  /** Takes back what was written since {@link #begin}; SQLite may have done so already. */
  static void rollback(Connection connection, Exception cause) {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** The number a query answers with. */
  static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** A name as SQL writes it. */
  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The primary result code of a fault, without its extension; 1 where there is none. */
  static int code(SQLException fault) {
    return fault instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xFF : 1;
  }

  /** Whether the file is no database at all, or a damaged one. */
  static boolean isDamage(SQLException fault) {
    return code(fault) == SQLiteErrorCode.SQLITE_NOTADB.code
        || code(fault) == SQLiteErrorCode.SQLITE_CORRUPT.code;
  }

  /** Whether a file, or its folder, may not be written to. */
  static boolean isReadOnly(SQLException fault) {
    int code = code(fault);
    return code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_PERM.code;
  }

  /** One sentence for a person about a fault. */
  static String sentence(SQLException fault, Path file) {
    int code = code(fault);
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return "The disk is full: " + file + " could not be written; free some space and try again.";
    }
    if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return file + " is not a database; choose another file.";
    }
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return file + " is damaged; choose another file or restore it from a copy.";
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return file + " is in use by another program; close that and try again.";
    }
    if (isReadOnly(fault)) {
      return file + " cannot be opened; check that its folder exists and may be written to.";
    }
    if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
      return file + " could not be read or written; check the disk and try again.";
    }
    return file + " could not be used: " + fault.getMessage() + ".";
  }
}
