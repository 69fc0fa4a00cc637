package org.coverscape.engine.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.coverscape.engine.imagery.ClassTable;
import org.coverscape.engine.imagery.GeoTiffRasterReader;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.RasterLevel;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.PixelWindow;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Pictures of a raster of classes, such as NLCD, on a web map: each pixel of the screen has the
 * colour of the one class at its centre, never a mixture. Memory is bounded. Thread-safe.
 */
public final class ClassPictures implements AutoCloseable {
  private static final int OPEN_FILES = 4;
  private static final long MOST_MEMORY = 32L << 20;
  private static final int WEB_MERCATOR = 3857;
  private static final int CODES = 256;

  private final PixelGrid grid;
  private final int width;
  private final int height;
  private final ClassTable classes;
  private final boolean mended;
  private final int[] colours;
  private final CoordinateTransform toRaster;
  private final Envelope extent;
  private final ReaderPool pool = new ReaderPool(OPEN_FILES);
  private final UnitStore units;
  private final PyramidQueue queue;
  private final ClassLevels levels;
  private final AtomicReference<@Nullable String> fault = new AtomicReference<>();
  private volatile boolean closed;

  private ClassPictures(ReferenceRaster raster, Path file, Runnable onSharper) {
    grid = raster.grid();
    width = raster.width();
    height = raster.height();
    classes = raster.classes();
    mended = raster.isMended();
    OptionalInt noData = raster.noData();
    colours = colours(classes, noData);
    Crs map = Crs.ofEpsg(WEB_MERCATOR);
    toRaster = map.to(raster.crs());
    extent = new MapExtent(raster.crs().to(map)).of(grid, width, height);
    units = new UnitStore(Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 32));
    queue = new PyramidQueue(1, onSharper);
    levels = new ClassLevels(stored(raster, file, noData.orElse(-1)), queue);
  }

  /**
   * Opens a file. Reads it, and the first coordinate system takes seconds: not for the thread of a
   * window.
   *
   * @param onSharper is told, by a thread of this object, whenever pictures that were made before
   *     may show more now
   * @throws IOException with one plain sentence when it is no raster of classes with colours, has
   *     no place on the map or cannot be read
   */
  public static ClassPictures open(Path file, Runnable onSharper) throws IOException {
    try (ReferenceRaster raster = ReferenceRaster.open(file)) {
      if (raster.classes().colours().isEmpty()) {
        throw new IOException(
            "It has no colour table to draw its classes with; add aerial images as imagery.");
      }
      ClassPictures pictures = new ClassPictures(raster, file, onSharper);
      if (pictures.extent.isNull()) {
        pictures.close();
        throw new IOException("It lies nowhere on the map; check its coordinate system.");
      }
      return pictures;
    }
  }

  /** Classes without a colour, and NoData, are left open. */
  private static int[] colours(ClassTable classes, OptionalInt noData) {
    int[] argb = new int[CODES];
    classes.colours().forEach((code, rgb) -> argb[code] = 0xFF << 24 | rgb);
    if (noData.isPresent() && noData.getAsInt() >= 0 && noData.getAsInt() < CODES) {
      argb[noData.getAsInt()] = 0;
    }
    return argb;
  }

  private List<PixelLevel> stored(ReferenceRaster raster, Path file, int noData) {
    ReaderPool.Source source = () -> GeoTiffRasterReader.open(file);
    List<PixelLevel> stored = new ArrayList<>();
    for (int i = 0; i < raster.levels().size(); i++) {
      RasterLevel level = raster.levels().get(i);
      double across = (double) width / level.width();
      double down = (double) height / level.height();
      LevelShape shape = StoredLevel.shape(level, 1, noData, across, down);
      stored.add(
          new StoredLevel(
              pool, source, i, level, shape, sentence -> fault.compareAndSet(null, sentence)));
    }
    return stored;
  }

  /**
   * A picture of some ground.
   *
   * @param webMercator the ground in metres of EPSG:3857
   * @param columns columns of the picture, 256 at best
   * @param rows rows of the picture
   * @return the picture; empty when the raster does not touch the ground
   * @throws InterruptedException when the thread is interrupted, within a fraction of a second
   */
  public Optional<Picture> render(Envelope webMercator, int columns, int rows)
      throws InterruptedException {
    Screen screen = Screen.of(webMercator, columns, rows);
    Optional<PixelWindow> part = screen.pixels(extent, new PixelWindow(0, 0, columns, rows));
    if (part.isEmpty() || closed) {
      return Optional.empty();
    }
    int[] argb = new int[Math.multiplyExact(columns, rows)];
    paint(new Lattice(screen, part.get(), toRaster, grid), argb, columns);
    return Optional.of(new Picture(columns, rows, argb));
  }

  private void paint(Lattice lattice, int[] argb, int columns) throws InterruptedException {
    double[] east = lattice.east();
    double[] south = lattice.south();
    double step = Math.min(Math.hypot(east[0], east[1]), Math.hypot(south[0], south[1]));
    PixelLevel level = levels.at(Double.isFinite(step) ? step : width);
    Optional<PixelWindow> window = window(lattice.bounds(), level.shape());
    if (window.isEmpty()) {
      return;
    }
    byte[] codes = units.read(level, window.get());
    PixelWindow part = lattice.part();
    double[] places = new double[2 * part.width()];
    for (int y = part.y(); y < part.endY(); y++) {
      lattice.row(y, places);
      int to = y * columns + part.x();
      for (int i = 0; i < part.width(); i++) {
        int at = index(places[2 * i], places[2 * i + 1], level.shape(), window.get());
        argb[to + i] = at < 0 ? 0 : colours[codes[at] & 255];
      }
    }
  }

  /** The pixels of a level that lie between some places. */
  private static Optional<PixelWindow> window(double[] bounds, LevelShape shape) {
    int x = clamp(bounds[0] / shape.across(), shape.width());
    int endX = clamp(bounds[1] / shape.across() + 1, shape.width());
    int y = clamp(bounds[2] / shape.down(), shape.height());
    int endY = clamp(bounds[3] / shape.down() + 1, shape.height());
    return endX > x && endY > y
        ? Optional.of(new PixelWindow(x, y, endX - x, endY - y))
        : Optional.empty();
  }

  private static int clamp(double position, int size) {
    return (int) Math.max(0, Math.min(size, Math.floor(position)));
  }

  /** Where in a window the class at a place stands; -1 beside the raster. */
  private int index(double col, double row, LevelShape shape, PixelWindow window) {
    if (!(col >= 0 && row >= 0 && col < width && row < height)) {
      return -1;
    }
    int x = Math.min(window.endX() - 1, (int) (col / shape.across())) - window.x();
    int y = Math.min(window.endY() - 1, (int) (row / shape.down())) - window.y();
    return x < 0 || y < 0 ? -1 : y * window.width() + x;
  }

  /**
   * What the raster says of a place, such as {@code 42 evergreen forest}; empty beside it, and
   * where it says nothing.
   *
   * @param x metres of EPSG:3857
   * @param y metres of EPSG:3857
   */
  public Optional<String> at(double x, double y) throws InterruptedException {
    double[] place = {x, y};
    if (closed || !extent.contains(x, y)) {
      return Optional.empty();
    }
    try {
      toRaster.transform(place, 1);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    double col = grid.col(place[0], place[1]);
    double row = grid.row(place[0], place[1]);
    if (!(col >= 0 && row >= 0 && col < width && row < height)) {
      return Optional.empty();
    }
    PixelWindow pixel = new PixelWindow((int) col, (int) row, 1, 1);
    int code = units.read(levels.full(), pixel)[0] & 255;
    return colours[code] == 0 ? Optional.empty() : Optional.of(label(code));
  }

  private String label(int code) {
    return classes.name(code).map(name -> code + " " + name).orElse("class " + code);
  }

  /** Names and colours of the classes. */
  public ClassTable classes() {
    return classes;
  }

  /** The ground of the raster in metres of EPSG:3857. */
  public Envelope extent() {
    return new Envelope(extent);
  }

  /** Whether NLCD's projection was taken instead of what is left of it in the file. */
  public boolean isMended() {
    return mended;
  }

  /** What could not be read so far, in one plain sentence. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault.get());
  }

  /** Stops what is being made, and closes the file; later pictures are empty. */
  @Override
  public void close() {
    closed = true;
    queue.close();
    pool.close();
    units.clear();
  }
}
