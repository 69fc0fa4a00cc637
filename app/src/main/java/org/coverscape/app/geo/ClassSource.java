package org.coverscape.app.geo;

import java.util.Optional;
import org.coverscape.engine.picture.ClassPictures;
import org.coverscape.map.MapBox;
import org.coverscape.map.tile.TileAddress;
import org.coverscape.map.tile.TilePixels;
import org.coverscape.map.tile.TileSource;
import org.locationtech.jts.geom.Envelope;

/**
 * A raster of classes as tiles of the map. Thread-safe.
 *
 * @param pictures makes the pictures; its owner closes it
 */
public record ClassSource(ClassPictures pictures) implements TileSource {
  private static final int PIXELS = 256;

  /** Tiles of this zoom show about 60 cm to the pixel: closer views magnify. */
  private static final int DEEPEST = 18;

  @Override
  public Optional<TilePixels> load(TileAddress address) throws InterruptedException {
    MapBox box = address.box();
    Envelope ground = new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
    return pictures
        .render(ground, PIXELS, PIXELS)
        .map(picture -> new TilePixels(picture.width(), picture.height(), picture.argb()));
  }

  @Override
  public int minZoom() {
    return 0;
  }

  @Override
  public int maxZoom() {
    return DEEPEST;
  }

  @Override
  public String attribution() {
    return "";
  }

  @Override
  public Optional<MapBox> extent() {
    Envelope extent = pictures.extent();
    return Optional.of(
        new MapBox(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()));
  }
}
