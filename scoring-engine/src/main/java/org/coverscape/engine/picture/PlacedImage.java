package org.coverscape.engine.picture;

import java.util.Optional;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.region.CoordinateTransform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** An image, where it lies on the map, and the sizes at which it can be had. Thread-safe. */
final class PlacedImage {
  private final ImageryTile tile;
  private final Envelope extent;
  private final CoordinateTransform toImage;
  private final ImageLevels levels;
  private volatile @Nullable Tones stretched;

  /**
   * Places an image.
   *
   * @param extent its ground in EPSG:3857
   * @param toImage from EPSG:3857 to the image's system
   */
  PlacedImage(ImageryTile tile, Envelope extent, CoordinateTransform toImage, ImageLevels levels) {
    this.tile = tile;
    this.extent = extent;
    this.toImage = toImage;
    this.levels = levels;
  }

  /** The image. */
  ImageryTile tile() {
    return tile;
  }

  /** The ground in metres of EPSG:3857. */
  Envelope extent() {
    return extent;
  }

  /** From EPSG:3857 to the image's system. */
  CoordinateTransform toImage() {
    return toImage;
  }

  /** Whether a place, in pixels, lies in the image. */
  boolean holds(double col, double row) {
    return col >= 0 && row >= 0 && col < tile.width() && row < tile.height();
  }

  /**
   * The level to be shown; empty when it cannot be had, or not yet.
   *
   * @param step full pixels of the image per pixel of the screen
   */
  Optional<PixelLevel> level(double step) throws InterruptedException {
    return levels.level(step);
  }

  /** What becomes of the values; percentiles are taken once and kept. */
  Tones tones(Stretch stretch) throws InterruptedException {
    if (stretch == Stretch.NONE) {
      return Tones.plain(tile.bands());
    }
    Tones known = stretched;
    if (known == null) {
      known = levels.percentiles();
      stretched = known;
    }
    return known;
  }

  /** Forgets what is wrong with it when that may have passed and it is time for another try. */
  boolean retry() {
    boolean again = levels.retry();
    if (again) {
      // percentiles may be those of nothing
      stretched = null;
    }
    return again;
  }

  /** What is wrong with its file, in one sentence. */
  Optional<String> fault() {
    return levels.fault().map(sentence -> tile.location().name() + ": " + sentence);
  }
}
