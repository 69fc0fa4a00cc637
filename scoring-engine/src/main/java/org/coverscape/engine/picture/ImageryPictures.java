package org.coverscape.engine.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.imagery.ImageryTile;
import org.locationtech.jts.geom.Envelope;

/** Pictures of imagery in web Mercator. Thread-safe. */
public final class ImageryPictures implements AutoCloseable {
  /** Pictures of some images, those that win first. */
  public ImageryPictures(List<ImageryTile> tiles, Path cacheFolder) {
    this(tiles, cacheFolder, () -> {});
  }

  /**
   * The same.
   *
   * @param onSharper told, by a thread of its own, whenever pictures made before may now be sharper
   */
  public ImageryPictures(List<ImageryTile> tiles, Path cacheFolder, Runnable onSharper) {}

  /** A picture of some ground in EPSG:3857; empty when no image touches it. */
  public Optional<Picture> render(
      Envelope webMercator, int width, int height, BandView view, Stretch stretch)
      throws IOException, InterruptedException {
    return Optional.empty();
  }

  /** The ground of all images, in metres of EPSG:3857; null envelope when there are none. */
  public Envelope extent() {
    return new Envelope();
  }

  /** One plain sentence per file that could not be read. */
  public List<String> faults() {
    return List.of();
  }

  @Override
  public void close() {}
}
