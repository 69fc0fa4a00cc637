package org.coverscape.cli.scale;

/**
 * What is read.
 *
 * @param chipsPerRow chips that come out of one row of a tile, which is read and decoded at once
 * @param rowsPerTile rows of a tile
 * @param bytesPerChip bytes that are read from storage for a chip
 * @param decodeSeconds processor time to decode and cut a chip
 */
record Imagery(int chipsPerRow, int rowsPerTile, double bytesPerChip, double decodeSeconds) {
  Imagery {
    Numbers.positive(chipsPerRow, "chips per row");
    Numbers.positive(rowsPerTile, "rows per tile");
    Numbers.notNegative(bytesPerChip, "bytes per chip");
    Numbers.notNegative(decodeSeconds, "decoding time");
  }

  int chipsPerTile() {
    return chipsPerRow * rowsPerTile;
  }

  Imagery withDecodeSeconds(double seconds) {
    return new Imagery(chipsPerRow, rowsPerTile, bytesPerChip, seconds);
  }

  Imagery withBytesPerChip(double bytes) {
    return new Imagery(chipsPerRow, rowsPerTile, bytes, decodeSeconds);
  }
}
