package org.coverscape.engine.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.PixelWindow;
import org.locationtech.jts.geom.Envelope;

/**
 * Pictures of imagery on a web map, at any zoom: from the images' own overviews, or, for large
 * images without, from small versions that are made once in the background and kept in a folder.
 *
 * <p>Where images overlap, the first in the list wins; where it has NoData, the next one shows, as
 * when chips are cut. Files are opened when they are first looked at; one that is gone or damaged
 * is left out, and told by {@link #faults}. Memory and the folder are bounded. Thread-safe: several
 * pictures may be made at once.
 */
public final class ImageryPictures implements AutoCloseable {
  /** Pixels of a picture in one direction that are painted at once. */
  private static final int PIECE = 256;

  private static final int OPEN_FILES = 24;
  private static final long MOST_MEMORY = 128L << 20;
  private static final long MOST_DISK = 4L << 30;
  private static final int WEB_MERCATOR = 3857;

  private final List<PlacedImage> images;
  private final Workshop shop;
  private final Envelope extent = new Envelope();
  private volatile boolean closed;

  /**
   * Pictures of images. Takes milliseconds per image, and seconds for the first coordinate system:
   * not for the thread of a window.
   *
   * @param tiles the images, those that win first
   * @param cacheFolder where small versions of large images are kept; made when it is needed. Where
   *     it cannot be written, zooming out is slower
   * @param opener opens the images, on threads of this object
   */
  public ImageryPictures(List<ImageryTile> tiles, Path cacheFolder, RasterReader.Opener opener) {
    this(tiles, cacheFolder, opener, () -> {});
  }

  /**
   * The same.
   *
   * @param onSharper is told, by a thread of this object, whenever pictures that were made before
   *     may show more now: a large image is being read, or was
   */
  public ImageryPictures(
      List<ImageryTile> tiles, Path cacheFolder, RasterReader.Opener opener, Runnable onSharper) {
    this(tiles, cacheFolder, opener, onSharper, System::nanoTime);
  }

  ImageryPictures(
      List<ImageryTile> tiles,
      Path cacheFolder,
      RasterReader.Opener opener,
      Runnable onSharper,
      LongSupplier nanos) {
    shop =
        new Workshop(
            opener,
            new ReaderPool(OPEN_FILES),
            new UnitStore(Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 8)),
            new PyramidFolder(cacheFolder, MOST_DISK),
            new PyramidQueue(tiles.size(), onSharper),
            new RightOfWay(),
            nanos);
    images = place(tiles);
    images.forEach(image -> extent.expandToInclude(image.extent()));
  }

  private List<PlacedImage> place(List<ImageryTile> tiles) {
    Crs map = Crs.ofEpsg(WEB_MERCATOR);
    Map<Crs, MapExtent> extents = new HashMap<>();
    Map<Crs, CoordinateTransform> ways = new HashMap<>();
    List<PlacedImage> placed = new ArrayList<>();
    for (ImageryTile tile : tiles) {
      Crs crs = tile.crs();
      Envelope ground = extents.computeIfAbsent(crs, key -> new MapExtent(key.to(map))).of(tile);
      CoordinateTransform toImage = ways.computeIfAbsent(crs, map::to);
      placed.add(new PlacedImage(tile, ground, toImage, new ImageLevels(tile, shop)));
    }
    return List.copyOf(placed);
  }

  /**
   * A picture of some ground.
   *
   * @param webMercator the ground in metres of EPSG:3857
   * @param width columns of the picture
   * @param height rows of the picture
   * @param view which bands are shown
   * @param stretch how their values are spread
   * @return the picture; empty when no image touches the ground
   * @throws IllegalArgumentException when the picture has no pixels or no ground
   * @throws InterruptedException when the thread is interrupted, within a fraction of a second
   */
  public Optional<Picture> render(
      Envelope webMercator, int width, int height, BandView view, Stretch stretch)
      throws InterruptedException {
    if (width < 1 || height < 1 || !(webMercator.getArea() > 0)) {
      throw new IllegalArgumentException("A picture has pixels, and ground to show in them.");
    }
    List<PlacedImage> near =
        images.stream().filter(image -> image.extent().intersects(webMercator)).toList();
    if (near.isEmpty() || closed) {
      return Optional.empty();
    }
    shop.way().enter();
    try {
      return Optional.of(
          paint(near, Screen.of(webMercator, width, height), width, height, view, stretch));
    } finally {
      shop.way().leave();
    }
  }

  private Picture paint(
      List<PlacedImage> near, Screen screen, int width, int height, BandView view, Stretch stretch)
      throws InterruptedException {
    int[] argb = new int[Math.multiplyExact(width, height)];
    ImagePainter painter = new ImagePainter(screen, width, argb, shop.units());
    for (int y = 0; y < height; y += PIECE) {
      for (int x = 0; x < width; x += PIECE) {
        PixelWindow piece =
            new PixelWindow(x, y, Math.min(PIECE, width - x), Math.min(PIECE, height - y));
        for (PlacedImage image : near) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          painter.paint(image, piece, view, stretch);
        }
      }
    }
    return new Picture(width, height, argb);
  }

  /** The ground of all images in metres of EPSG:3857; the null envelope when there are none. */
  public Envelope extent() {
    return new Envelope(extent);
  }

  /**
   * Forgets what was wrong with images on the web when it is time to try them again: after a
   * quarter of a minute, and each time after twice as long as before. To be called now and then.
   *
   * @return whether pictures that were made before may show more now
   */
  public boolean retry() {
    return images.stream().filter(PlacedImage::retry).count() > 0;
  }

  /** What could not be read so far, one plain sentence per file, those that win first. */
  public List<String> faults() {
    return images.stream().map(PlacedImage::fault).flatMap(Optional::stream).toList();
  }

  /** Stops what is being made, and closes the files; later pictures are empty. */
  @Override
  public void close() {
    closed = true;
    shop.queue().close();
    shop.pool().close();
    shop.units().clear();
    shop.folder().end();
  }
}
