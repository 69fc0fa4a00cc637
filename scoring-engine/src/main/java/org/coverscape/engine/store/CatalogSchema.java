package org.coverscape.engine.store;

/** The tables of a catalogue of images: one row per image, and a box in degrees for each. */
final class CatalogSchema {
  static final DatabaseKind KIND =
      new DatabaseKind(
          "catalogue of imagery",
          0x43764361, // "CvCa"
          1,
          "CREATE TABLE tile (" + TileRow.COLUMNS + ")",
          "CREATE VIRTUAL TABLE tile_box USING rtree(number, west, east, south, north)");

  /** Puts a tile in place of the one with the same path. */
  static final String PUT =
      """
      INSERT INTO tile(path, id, crs, x0, y0, a, b, d, e, width, height, bands, gsd, date,
        no_data, footprint, fingerprint, synthetic)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(path) DO UPDATE SET id = excluded.id, crs = excluded.crs, x0 = excluded.x0,
        y0 = excluded.y0, a = excluded.a, b = excluded.b, d = excluded.d, e = excluded.e,
        width = excluded.width, height = excluded.height, bands = excluded.bands,
        gsd = excluded.gsd, date = excluded.date, no_data = excluded.no_data,
        footprint = excluded.footprint, fingerprint = excluded.fingerprint,
        synthetic = excluded.synthetic
      RETURNING number""";

  static final String PUT_BOX =
      "INSERT OR REPLACE INTO tile_box(number, west, east, south, north) VALUES (?, ?, ?, ?, ?)";

  /** Both take a location. */
  static final String FORGET_BOX =
      "DELETE FROM tile_box WHERE number = (SELECT number FROM tile WHERE path = ?)";

  static final String FORGET = "DELETE FROM tile WHERE path = ?";

  static final String FINGERPRINT = "SELECT fingerprint FROM tile WHERE path = ?";

  static final String ALL = "SELECT * FROM tile";

  /** Tiles whose box meets a box: its east, west, north and south, then the year or null twice. */
  static final String TOUCHING =
      """
      SELECT tile.* FROM tile_box JOIN tile USING (number)
      WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?
        AND (? IS NULL OR substr(date, 1, 4) = ?)""";

  private CatalogSchema() {}
}
