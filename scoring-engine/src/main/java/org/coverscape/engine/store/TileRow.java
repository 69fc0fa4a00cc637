package org.coverscape.engine.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.vector.Wkb;
import org.locationtech.jts.io.WKBWriter;

/** An {@link ImageryTile} as a row of the catalogue. Not thread-safe. */
final class TileRow {
  /** The columns of a table of tiles. */
  static final String COLUMNS =
      """
      number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, id TEXT NOT NULL,
      crs TEXT NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, a REAL NOT NULL,
      b REAL NOT NULL, d REAL NOT NULL, e REAL NOT NULL, width INTEGER NOT NULL,
      height INTEGER NOT NULL, bands INTEGER NOT NULL, gsd REAL NOT NULL, date TEXT,
      no_data INTEGER, footprint BLOB NOT NULL, fingerprint TEXT NOT NULL,
      synthetic INTEGER NOT NULL""";

  /** Puts a tile into a table named {@code found}. */
  static final String PUT_FOUND =
      """
      INSERT INTO found(path, id, crs, x0, y0, a, b, d, e, width, height, bands, gsd, date,
        no_data, footprint, fingerprint, synthetic)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final Function<ImageLocation, String> text;
  private final Function<String, ImageLocation> location;

  /** A catalogue has thousands of tiles in a handful of systems. */
  private final Map<String, Crs> systems = new HashMap<>();

  /** Rows that name files by their whole paths. */
  TileRow() {
    this(ImageLocation::text, ImageLocation::parse);
  }

  /**
   * Rows that name locations in a way of their own.
   *
   * @param text how a location is written
   * @param location reads what was written
   */
  TileRow(Function<ImageLocation, String> text, Function<String, ImageLocation> location) {
    this.text = text;
    this.location = location;
  }

  void write(ImageryTile tile, PreparedStatement put) throws SQLException {
    PixelGrid grid = tile.grid();
    put.setString(1, text.apply(tile.location()));
    put.setString(2, tile.id());
    put.setString(3, tile.crs().id());
    double[] numbers = {grid.x0(), grid.y0(), grid.a(), grid.b(), grid.d(), grid.e()};
    for (int i = 0; i < numbers.length; i++) {
      put.setDouble(4 + i, numbers[i]);
    }
    put.setInt(10, tile.width());
    put.setInt(11, tile.height());
    put.setInt(12, tile.bands());
    put.setDouble(13, tile.gsd());
    if (tile.date().isPresent()) {
      put.setString(14, tile.date().get().toString());
    } else {
      put.setNull(14, Types.VARCHAR);
    }
    if (tile.noData().isPresent()) {
      put.setInt(15, tile.noData().getAsInt());
    } else {
      put.setNull(15, Types.INTEGER);
    }
    put.setBytes(16, new WKBWriter().write(tile.footprint()));
    put.setString(17, tile.fingerprint());
    put.setBoolean(18, tile.synthetic());
  }

  ImageryTile read(ResultSet row) throws SQLException {
    int noData = row.getInt("no_data");
    OptionalInt noDataValue = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(noData);
    return new ImageryTile(
        row.getString("id"),
        location.apply(row.getString("path")),
        systems.computeIfAbsent(row.getString("crs"), Crs::parse),
        grid(row),
        row.getInt("width"),
        row.getInt("height"),
        row.getInt("bands"),
        row.getDouble("gsd"),
        Optional.ofNullable(row.getString("date")).map(LocalDate::parse),
        noDataValue,
        Wkb.read(row.getBytes("footprint"), 0),
        row.getString("fingerprint"),
        row.getBoolean("synthetic"));
  }

  private static PixelGrid grid(ResultSet row) throws SQLException {
    return new PixelGrid(
        row.getDouble("x0"),
        row.getDouble("y0"),
        row.getDouble("a"),
        row.getDouble("b"),
        row.getDouble("d"),
        row.getDouble("e"));
  }
}
