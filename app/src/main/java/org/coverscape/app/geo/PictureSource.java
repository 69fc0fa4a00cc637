package org.coverscape.app.geo;

import java.io.IOException;
import java.util.Optional;
import org.coverscape.engine.picture.BandView;
import org.coverscape.engine.picture.ImageryPictures;
import org.coverscape.engine.picture.Picture;
import org.coverscape.engine.picture.Stretch;
import org.coverscape.map.MapBox;
import org.coverscape.map.tile.TileAddress;
import org.coverscape.map.tile.TilePixels;
import org.coverscape.map.tile.TileSource;
import org.locationtech.jts.geom.Envelope;

/**
 * The imagery as tiles of the map. Thread-safe.
 *
 * @param pictures makes the pictures; its owner closes it
 * @param bands which bands are shown
 * @param stretch how their values are spread
 */
public record PictureSource(ImageryPictures pictures, BandView bands, Stretch stretch)
    implements TileSource {
  private static final int PIXELS = 256;

  /** Tiles of this zoom show about 7 cm to the pixel: closer views magnify. */
  private static final int DEEPEST = 21;

  @Override
  public Optional<TilePixels> load(TileAddress address) throws IOException, InterruptedException {
    MapBox box = address.box();
    Envelope ground = new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
    return pictures.render(ground, PIXELS, PIXELS, bands, stretch).map(PictureSource::pixels);
  }

  private static TilePixels pixels(Picture picture) {
    return new TilePixels(picture.width(), picture.height(), picture.argb());
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
    return extent.isNull()
        ? Optional.empty()
        : Optional.of(
            new MapBox(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()));
  }
}
