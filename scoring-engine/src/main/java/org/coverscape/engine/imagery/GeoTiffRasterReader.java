package org.coverscape.engine.imagery;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.imagery.bytes.StoredBytes;
import org.coverscape.engine.region.PixelWindow;
import org.jspecify.annotations.Nullable;

/**
 * Reads pixels of a GeoTIFF: the common forms block by block without detours, any other through
 * imageio-ext.
 *
 * <p>imageio-ext answers with zeros where a file ends early, so block offsets are compared with the
 * file's length first. Not thread-safe.
 */
public final class GeoTiffRasterReader implements RasterReader {
  /** A level, and what unpacks it, from when it is first read on. */
  private static final class Level {
    private final int image;
    private final TiffShape shape;
    private final TiffLayout layout;
    private @Nullable LevelPixels pixels;

    Level(int image, TiffShape shape, TiffLayout layout) {
      this.image = image;
      this.shape = shape;
      this.layout = layout;
    }
  }

  private final TiffDirectory directory;
  private final StoredBytes stored;
  private final List<Level> levels = new ArrayList<>();

  private GeoTiffRasterReader(ByteSource source, TiffDirectory directory) {
    this.directory = directory;
    stored = new StoredBytes(source);
    levels.add(new Level(0, directory.shape(), directory.layout()));
    directory
        .overviews()
        .forEach(small -> levels.add(new Level(small.index(), small.shape(), small.layout())));
  }

  /**
   * Opens a file.
   *
   * @throws IOException with one plain sentence when it cannot be opened
   */
  public static GeoTiffRasterReader open(Path file) throws IOException {
    return open(new FileBytes(file));
  }

  /**
   * Opens a file whose bytes are at hand.
   *
   * @param source closed with the reader, and when it cannot be opened
   * @throws IOException with one plain sentence when it cannot be opened
   */
  public static GeoTiffRasterReader open(ByteSource source) throws IOException {
    try {
      return new GeoTiffRasterReader(source, FileFaults.explain(() -> TiffDirectory.read(source)));
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** What its header says. */
  public TiffDirectory directory() {
    return directory;
  }

  @Override
  public int width() {
    return directory.shape().width();
  }

  @Override
  public int height() {
    return directory.shape().height();
  }

  @Override
  public int blockWidth() {
    return directory.layout().blockWidth();
  }

  @Override
  public int blockHeight() {
    return directory.layout().readableHeight();
  }

  @Override
  public void readRgb(PixelWindow window, byte[] target) throws IOException {
    read(levels.get(0), window, 3, target);
  }

  @Override
  public byte[] readRgb(PixelWindow window) throws IOException {
    byte[] pixels = new byte[size(window, 3)];
    readRgb(window, pixels);
    return pixels;
  }

  @Override
  public void expect(List<PixelWindow> windows) throws IOException {
    Level full = levels.get(0);
    List<ByteRange> ranges = new ArrayList<>();
    for (PixelWindow window : windows) {
      if (!full.layout.endsBefore(window)) {
        ranges.addAll(pixels(full).ranges(window));
      }
    }
    stored.expect(ranges);
  }

  @Override
  public int bands() {
    return directory.shape().samples();
  }

  @Override
  public List<RasterLevel> levels() {
    return levels.stream().map(GeoTiffRasterReader::size).toList();
  }

  private static RasterLevel size(Level level) {
    return new RasterLevel(
        level.shape.width(),
        level.shape.height(),
        level.layout.blockWidth(),
        level.layout.readableHeight());
  }

  @Override
  public byte[] read(int level, PixelWindow window) throws IOException {
    byte[] pixels = new byte[size(window, bands())];
    read(levels.get(level), window, bands(), pixels);
    return pixels;
  }

  private static int size(PixelWindow window, int bands) {
    return Math.multiplyExact(Math.multiplyExact(window.width(), window.height()), bands);
  }

  private void read(Level level, PixelWindow window, int bands, byte[] target) throws IOException {
    if (level.layout.endsBefore(window, bands)) {
      throw new IOException(
          "The file ends before its last pixels; it is truncated, copy it again.");
    }
    try {
      pixels(level).read(window, bands, target);
    } catch (SourceException e) {
      throw e;
    } catch (FileNotFoundException e) {
      throw new IOException("It cannot be opened; check that it is still there.", e);
    } catch (IOException | RuntimeException e) {
      throw new IOException("A part of its pixels is damaged; copy the file again.", e);
    }
    blankSparse(level.layout, window, target, bands);
  }

  private LevelPixels pixels(Level level) throws IOException {
    LevelPixels pixels = level.pixels;
    if (pixels == null) {
      if (level.shape.bits() != 8) {
        // imageio-ext takes as much memory as damaged bits per sample ask for
        throw new IOException("The pixels are not 8-bit.");
      }
      pixels =
          level
              .layout
              .coding()
              .decoder(level.shape, level.layout.blockWidth())
              .<LevelPixels>map(decoder -> new BlockPixels(level.layout, stored, decoder))
              .orElseGet(() -> new ImageioPixels(stored.source(), level.image));
      level.pixels = pixels;
    }
    return pixels;
  }

  /** Gives pixels of blocks that were never written the value of NoData, or 0. */
  private void blankSparse(TiffLayout layout, PixelWindow window, byte[] pixels, int bands) {
    byte value = (byte) directory.noData().orElse(0);
    for (PixelWindow block : layout.blocks(window)) {
      if (layout.isSparse(layout.index(block))) {
        PixelWindow part = Windows.intersection(block, window).orElseThrow();
        for (int y = part.y(); y < part.endY(); y++) {
          int row = (y - window.y()) * window.width() - window.x();
          Arrays.fill(pixels, (row + part.x()) * bands, (row + part.endX()) * bands, value);
        }
      }
    }
  }

  /** Lets go of files and buffers; what is read afterwards opens them again. */
  @Override
  public void close() throws IOException {
    stored.close();
    for (Level level : levels) {
      if (level.pixels != null) {
        level.pixels.close();
        level.pixels = null;
      }
    }
  }
}
