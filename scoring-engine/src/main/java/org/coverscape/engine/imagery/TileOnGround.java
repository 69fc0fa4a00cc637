package org.coverscape.engine.imagery;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.region.Crs;

/**
 * An image whose place is known, on its way to become a tile of the catalogue.
 *
 * @param location where the file is
 * @param crs what its coordinates mean
 * @param grid where its pixels lie
 * @param width columns
 * @param height rows
 */
public record TileOnGround(ImageLocation location, Crs crs, PixelGrid grid, int width, int height) {
  /**
   * The tile, with its size on the ground and its outline worked out.
   *
   * @param bands number of bands
   * @param otherDate when it was taken, where its name does not say so
   * @param noData the value that marks NoData
   * @param fingerprint changes when the file does
   * @param synthetic whether it was painted by code
   * @throws IllegalArgumentException when it lies where its system has no ground
   */
  public ImageryTile tile(
      int bands,
      Optional<LocalDate> otherDate,
      OptionalInt noData,
      String fingerprint,
      boolean synthetic) {
    PixelFrame frame = new PixelFrame(crs, grid, width, height);
    return new ImageryTile(
        id(),
        location,
        crs,
        grid,
        width,
        height,
        bands,
        frame.gsd(),
        NaipName.acquired(id()).or(() -> otherDate),
        noData,
        frame.footprint(),
        fingerprint,
        synthetic);
  }

  /** The file's name without its ending. */
  private String id() {
    String name = location.name();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
