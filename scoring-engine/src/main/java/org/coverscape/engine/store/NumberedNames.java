package org.coverscape.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A table of numbers and names, so that a name that comes often is stored once. */
final class NumberedNames implements AutoCloseable {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final PreparedStatement insert;
  private int next;

  NumberedNames(Connection connection, String table, String column) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery("SELECT number, " + column + " FROM " + table)) {
      while (rows.next()) {
        numbers.put(rows.getString(2), rows.getInt(1));
        next = Math.max(next, rows.getInt(1) + 1);
      }
    }
    insert =
        connection.prepareStatement(
            "INSERT INTO " + table + "(number, " + column + ") VALUES (?, ?)");
  }

  /** The number of a name, which is stored when it is new. */
  int of(String name) throws SQLException {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    insert.setInt(1, next);
    insert.setString(2, name);
    insert.executeUpdate();
    numbers.put(name, next);
    return next++;
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
