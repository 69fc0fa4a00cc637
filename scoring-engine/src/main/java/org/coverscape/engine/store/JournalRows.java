package org.coverscape.engine.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.UnscoredReason;

/** The rows of a journal as the outcomes they were written from. For one thread. */
final class JournalRows {
  private static final String ROWS =
      """
      SELECT c."row", c.col, c.reason, c.scores, c.imagery, i.images, s.name, c.detail,
        c.recorded_millis, %s
      FROM chip c LEFT JOIN imagery_set i ON i.number = c.imagery
        LEFT JOIN service s ON s.number = c.service""";

  private final Connection connection;
  private final JobHeader header;
  private final String select;
  private final Map<Integer, List<String>> sets = new HashMap<>();

  JournalRows(Connection connection, JobHeader header) throws SQLException {
    this.connection = connection;
    this.header = header;
    select = ROWS.formatted(StoredCells.column(connection));
  }

  Optional<ChipRecord> chip(int row, int col) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(select + " WHERE c.\"row\" = ? AND c.col = ?")) {
      query.setInt(1, row);
      query.setInt(2, col);
      try (ResultSet found = query.executeQuery()) {
        return found.next() ? Optional.of(record(found)) : Optional.empty();
      }
    }
  }

  void forEach(Consumer<ChipOutcome> outcomes) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(select)) {
      while (rows.next()) {
        outcomes.accept(outcome(rows));
      }
    }
  }

  private ChipRecord record(ResultSet row) throws SQLException {
    ChipOutcome outcome = outcome(row);
    List<ImagerySource> used =
        header.imagery().stream()
            .map(JobImage::source)
            .filter(source -> outcome.imagery().contains(source.id()))
            .toList();
    return new ChipRecord(
        outcome, used, Optional.ofNullable(row.getString(7)), Instant.ofEpochMilli(row.getLong(9)));
  }

  private ChipOutcome outcome(ResultSet row) throws SQLException {
    ChipIndex index = header.grid().index(row.getInt(1), row.getInt(2));
    List<String> imagery = imagery(row);
    String reason = row.getString(3);
    if (reason == null) {
      String service = Optional.ofNullable(row.getString(7)).orElse("");
      return new ChipOutcome.Scored(
          index, imagery, scores(row.getBytes(4)), service, StoredCells.read(row, 10, header));
    }
    String detail = Optional.ofNullable(row.getString(8)).orElse("");
    return new ChipOutcome.Unscored(index, imagery, UnscoredReason.ofLabel(reason), detail);
  }

  private List<String> imagery(ResultSet row) throws SQLException {
    int number = row.getInt(5);
    List<String> known = sets.get(number);
    if (known == null) {
      String images = row.getString(6);
      known = images == null ? List.of() : ImagerySets.read(images);
      sets.put(number, known);
    }
    return known;
  }

  private static ClassScores scores(byte[] stored) {
    float[] scores = new float[LandCoverClass.ALL.size()];
    if (stored == null || stored.length != scores.length * Float.BYTES) {
      throw new JournalException("The job's journal is damaged; begin the job anew.");
    }
    ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(scores);
    return ClassScores.stored(scores);
  }
}
