package org.coverscape.engine.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coverscape.engine.landcover.CellScores;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;

/** Writes outcomes as rows of the journal. For the writer's thread only. */
final class ChipRows implements AutoCloseable {
  private final InstantSource clock;
  private final PreparedStatement put;
  private final NumberedNames sets;
  private final NumberedNames services;
  private final Map<List<String>, Integer> known = new HashMap<>();

  ChipRows(Connection connection, InstantSource clock) throws SQLException {
    this.clock = clock;
    put = connection.prepareStatement(JournalSchema.PUT_CHIP);
    sets = new NumberedNames(connection, "imagery_set", "images");
    services = new NumberedNames(connection, "service", "name");
  }

  void write(ChipOutcome outcome) throws SQLException {
    put.setInt(1, outcome.index().row());
    put.setInt(2, outcome.index().col());
    put.setInt(7, set(outcome.imagery()));
    put.setLong(10, clock.millis());
    if (outcome instanceof ChipOutcome.Scored scored) {
      answer(scored);
    } else if (outcome instanceof ChipOutcome.Unscored unscored) {
      reason(unscored);
    }
    put.executeUpdate();
  }

  private void answer(ChipOutcome.Scored scored) throws SQLException {
    ClassScores scores = scored.scores();
    put.setNull(3, Types.VARCHAR);
    put.setInt(4, scores.best().map(LandCoverClass::id).orElse(0));
    put.setInt(5, scores.confidence());
    put.setBytes(6, bytes(scores));
    put.setInt(8, services.of(scored.service()));
    put.setNull(9, Types.VARCHAR);
    put.setBytes(11, scored.cells().map(CellScores::toBytes).orElse(null));
  }

  private void reason(ChipOutcome.Unscored unscored) throws SQLException {
    put.setString(3, unscored.reason().label());
    put.setNull(4, Types.INTEGER);
    put.setNull(5, Types.INTEGER);
    put.setNull(6, Types.BLOB);
    put.setNull(8, Types.INTEGER);
    put.setString(9, unscored.detail());
    put.setNull(11, Types.BLOB);
  }

  private int set(List<String> ids) throws SQLException {
    Integer number = known.get(ids);
    if (number == null) {
      number = sets.of(ImagerySets.write(ids));
      known.put(ids, number);
    }
    return number;
  }

  private static byte[] bytes(ClassScores scores) {
    ByteBuffer out = ByteBuffer.allocate(LandCoverClass.ALL.size() * Float.BYTES);
    out.order(ByteOrder.LITTLE_ENDIAN);
    for (float score : scores.toArray()) {
      out.putFloat(score);
    }
    return out.array();
  }

  @Override
  public void close() throws SQLException {
    put.close();
    sets.close();
    services.close();
  }
}
