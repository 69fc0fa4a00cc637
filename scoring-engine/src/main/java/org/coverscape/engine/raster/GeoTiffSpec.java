package org.coverscape.engine.raster;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;

/**
 * What a GeoTIFF file of bytes is to be: size, bands, place on the ground, layout and words.
 *
 * <p>Start with {@link #of} and change what differs with the {@code with…} methods.
 *
 * @param width columns
 * @param height rows
 * @param bands 1 to 4 bands of 8 bits
 * @param grid where the pixels lie, in units of the CRS
 * @param crs a projected or geographic system with an EPSG code
 * @param noData the value that marks NoData, 0 to 255
 * @param palette colours of a one-band raster
 * @param fourthBand what the file says about band 4; NONE exactly when there is none
 * @param tileSize width and height of the stored tiles, a multiple of 16
 * @param cloudOptimized whether to add overviews in the layout of a Cloud Optimized GeoTIFF
 * @param notes what the file says about itself
 */
public record GeoTiffSpec(
    int width,
    int height,
    int bands,
    PixelGrid grid,
    Crs crs,
    OptionalInt noData,
    Optional<Palette> palette,
    FourthBand fourthBand,
    int tileSize,
    boolean cloudOptimized,
    FileNotes notes) {
  /** Width and height of the stored tiles unless another is asked for. */
  public static final int DEFAULT_TILE = 256;

  /** Checks that such a file can be written. */
  public GeoTiffSpec {
    require(width > 0 && height > 0, "The raster has no pixels; choose a larger area.");
    require(bands >= 1 && bands <= 4, "A raster has 1 to 4 bands, not " + bands + ".");
    require(
        crs.epsg().isPresent(),
        "A GeoTIFF needs a coordinate system with an EPSG code; choose one for the output.");
    require(
        noData.isEmpty() || noData.getAsInt() >= 0 && noData.getAsInt() <= 255,
        "The NoData value of a raster of bytes is 0 to 255.");
    require(palette.isEmpty() || bands == 1, "Only a raster of one band has a palette.");
    require(
        (bands == 4) == (fourthBand != FourthBand.NONE),
        "A fourth band is described exactly when there is one.");
    require(
        tileSize >= 16 && tileSize <= 4096 && tileSize % 16 == 0,
        "The tile size is a multiple of 16 up to 4096, not " + tileSize + ".");
    require(
        (long) (width + tileSize) * bands * tileSize < Integer.MAX_VALUE,
        "The raster is too wide to be written; choose a smaller area.");
  }

  private static void require(boolean good, String fault) {
    if (!good) {
      throw new IllegalArgumentException(fault);
    }
  }

  /** A plain file: tiles of {@value #DEFAULT_TILE}, no NoData, no overviews, no words. */
  public static GeoTiffSpec of(int width, int height, int bands, PixelGrid grid, Crs crs) {
    return new GeoTiffSpec(
        width,
        height,
        bands,
        grid,
        crs,
        OptionalInt.empty(),
        Optional.empty(),
        bands == 4 ? FourthBand.UNSPECIFIED : FourthBand.NONE,
        DEFAULT_TILE,
        false,
        FileNotes.NONE);
  }

  /** The same with a value that marks NoData. */
  public GeoTiffSpec withNoData(int value) {
    return copy(OptionalInt.of(value), palette, fourthBand, tileSize, cloudOptimized, notes);
  }

  /** The same with colours for its values. */
  public GeoTiffSpec withPalette(Palette colours) {
    return copy(noData, Optional.of(colours), fourthBand, tileSize, cloudOptimized, notes);
  }

  /** The same with another meaning of band 4. */
  public GeoTiffSpec withFourthBand(FourthBand meaning) {
    return copy(noData, palette, meaning, tileSize, cloudOptimized, notes);
  }

  /** The same with other tiles. */
  public GeoTiffSpec withTileSize(int size) {
    return copy(noData, palette, fourthBand, size, cloudOptimized, notes);
  }

  /** The same as a Cloud Optimized GeoTIFF, with overviews. */
  public GeoTiffSpec asCloudOptimized() {
    return copy(noData, palette, fourthBand, tileSize, true, notes);
  }

  /** The same with a description. */
  public GeoTiffSpec withDescription(String text) {
    return withNotes(new FileNotes(Optional.of(text), notes.taken(), notes.software()));
  }

  /** The same with the time it was taken or made. */
  public GeoTiffSpec withDateTime(LocalDateTime time) {
    return withNotes(new FileNotes(notes.description(), Optional.of(time), notes.software()));
  }

  /** The same with the name of the program that made it. */
  public GeoTiffSpec withSoftware(String name) {
    return withNotes(new FileNotes(notes.description(), notes.taken(), Optional.of(name)));
  }

  private GeoTiffSpec withNotes(FileNotes words) {
    return copy(noData, palette, fourthBand, tileSize, cloudOptimized, words);
  }

  private GeoTiffSpec copy(
      OptionalInt empty,
      Optional<Palette> colours,
      FourthBand meaning,
      int tile,
      boolean cog,
      FileNotes words) {
    return new GeoTiffSpec(
        width, height, bands, grid, crs, empty, colours, meaning, tile, cog, words);
  }

  /** Bytes of a row of pixels. */
  public int rowBytes() {
    return width * bands;
  }
}
