package org.coverscape.engine.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.CellScores;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MapCells;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Region;

/** What a journal's rows come to. */
final class JournalReader {
  /** A map names this many sets of imagery at most. */
  private static final int MAX_SETS = 65_536;

  private final Connection connection;

  JournalReader(Connection connection) {
    this.connection = connection;
  }

  ScoredCells scored() throws SQLException {
    ScoredCells cells =
        new ScoredCells((int) Sqlite.number(connection, "SELECT min(col) FROM chip"));
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery("SELECT \"row\", col FROM chip WHERE reason IS NULL")) {
      while (rows.next()) {
        cells.add(rows.getInt(1), rows.getInt(2));
      }
    }
    return cells;
  }

  JournalCounts counts() throws SQLException {
    long scored = 0;
    Map<UnscoredReason, Long> unscored = new EnumMap<>(UnscoredReason.class);
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery("SELECT reason, count(*) FROM chip GROUP BY reason")) {
      while (rows.next()) {
        String reason = rows.getString(1);
        if (reason == null) {
          scored = rows.getLong(2);
        } else {
          unscored.put(UnscoredReason.ofLabel(reason), rows.getLong(2));
        }
      }
    }
    return new JournalCounts(scored, unscored);
  }

  MappedRegion read(JobHeader header) throws SQLException {
    ChipGrid grid = header.mapGrid();
    Region ground = header.region().in(grid.crs());
    LandCoverMap map = unreached(RegionCover.ofGround(ground.geometry(), grid));
    List<List<String>> sets = new ArrayList<>();
    Map<Integer, Integer> places = places(sets);
    fill(map, places, header);
    Set<String> used = new HashSet<>();
    sets.forEach(used::addAll);
    List<ImagerySource> sources =
        header.imagery().stream()
            .map(JobImage::source)
            .filter(source -> used.contains(source.id()))
            .toList();
    return new MappedRegion(ground, grid, map, sets, sources, header.model());
  }

  private static LandCoverMap unreached(RegionCover cover) {
    LandCoverMap map =
        new LandCoverMap(
            cover.minRow(),
            cover.minCol(),
            cover.maxRow() - cover.minRow() + 1,
            cover.maxCol() - cover.minCol() + 1);
    for (CoverBlock block : cover) {
      for (RegionCell cell : block.cells()) {
        map.setUnscored(cell.row(), cell.col(), UnscoredReason.CANCELLED);
      }
    }
    return map;
  }

  /** Gathers the sets and says where each number's set is; too many shrink to their first image. */
  private Map<Integer, Integer> places(List<List<String>> sets) throws SQLException {
    boolean shrink = Sqlite.number(connection, "SELECT count(*) FROM imagery_set") > MAX_SETS;
    Map<List<String>, Integer> known = new HashMap<>();
    Map<Integer, Integer> places = new HashMap<>();
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery("SELECT number, images FROM imagery_set ORDER BY number")) {
      while (rows.next()) {
        List<String> all = ImagerySets.read(rows.getString(2));
        List<String> set = shrink && all.size() > 1 ? all.subList(0, 1) : all;
        Integer place = known.get(set);
        if (place == null) {
          place = sets.size();
          known.put(set, place);
          sets.add(set);
        }
        places.put(rows.getInt(1), place);
      }
    }
    return places;
  }

  private void fill(LandCoverMap map, Map<Integer, Integer> places, JobHeader header)
      throws SQLException {
    String select =
        "SELECT \"row\", col, reason, class_id, confidence, imagery, %s FROM chip"
            .formatted(StoredCells.column(connection));
    MapCells cells = MapCells.of(header.mapGrid());
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(select)) {
      while (rows.next()) {
        int row = rows.getInt(1);
        int col = rows.getInt(2);
        String reason = rows.getString(3);
        MapFill fill = new MapFill(map, places.getOrDefault(rows.getInt(6), 0));
        Optional<CellScores> dense =
            reason == null ? StoredCells.read(rows, 7, header) : Optional.empty();
        if (dense.isPresent()) {
          cells.answered(row, col, dense.get(), fill);
        } else if (reason == null) {
          fill.answered(row, col, rows.getInt(4), rows.getInt(5));
        } else {
          cells.unscored(row, col, UnscoredReason.ofLabel(reason), fill);
        }
      }
    }
  }
}
