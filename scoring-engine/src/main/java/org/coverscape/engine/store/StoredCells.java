package org.coverscape.engine.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.landcover.CellScores;

/** Reads what a journal's rows say of the cells of chips. */
final class StoredCells {
  private StoredCells() {}

  /** What to select: the column, or nothing where the file is too old to have it. */
  static String column(Connection connection) throws SQLException {
    return JournalSchema.hasCells(connection) ? "cells" : "NULL";
  }

  /**
   * The cells of a chip that is scored; empty where the job is about whole chips.
   *
   * @throws JournalException when the job is dense and the row has none
   */
  static Optional<CellScores> read(ResultSet row, int column, JobHeader header)
      throws SQLException {
    if (header.cells() == CellSize.CHIP) {
      return Optional.empty();
    }
    byte[] stored = row.getBytes(column);
    try {
      return Optional.of(CellScores.stored(stored == null ? new byte[0] : stored));
    } catch (IllegalArgumentException e) {
      throw new JournalException("The job's journal is damaged; begin the job anew.", e);
    }
  }
}
