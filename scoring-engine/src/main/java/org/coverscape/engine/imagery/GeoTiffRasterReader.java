package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.imagery.bytes.StoredBytes;
import org.coverscape.engine.region.PixelWindow;

/**
 * Reads pixels of a GeoTIFF block by block. Pixels that a mask or an opacity band takes out have
 * the value of NoData. Not thread-safe.
 */
public final class GeoTiffRasterReader implements RasterReader {
  private final TiffDirectory directory;
  private final StoredBytes stored;
  private final Masking masking;
  private final List<TiffLevel> levels = new ArrayList<>();
  private final OptionalInt alpha;
  private final Optional<StoredBytes> smaller;
  private byte[] scratch = {};

  private GeoTiffRasterReader(
      ByteSource source, TiffDirectory directory, Optional<TiffBeside.Smaller> beside)
      throws IOException {
    this.directory = directory;
    stored = new StoredBytes(source);
    masking = new Masking((byte) directory.noData().orElse(0), directory.noData().isPresent());
    levels.add(level(directory.shape(), directory.layout(), directory.mask()));
    for (TiffOverview small : directory.overviews()) {
      levels.add(level(small.shape(), small.layout(), small.mask()));
    }
    smaller = beside.map(found -> new StoredBytes(found.bytes()));
    for (TiffOverview small : beside.map(TiffBeside.Smaller::overviews).orElse(List.of())) {
      StoredBytes theirs = smaller.orElseThrow();
      levels.add(
          new TiffLevel(small.shape(), small.layout(), small.mask(), theirs, masking.noData()));
    }
    alpha = alpha();
  }

  private OptionalInt alpha() throws IOException {
    try {
      return TiffAlpha.band(directory.shape(), new Probe());
    } catch (IOException e) {
      closeLevels();
      throw e;
    }
  }

  private TiffLevel level(TiffShape shape, TiffLayout layout, Optional<TiffMask> mask) {
    return new TiffLevel(shape, layout, mask, stored, masking.noData());
  }

  /** All numbers of the full size as they are stored. */
  private final class Probe implements TiffAlpha.Reading {
    private final int samples = directory.shape().samples();

    @Override
    public void expect(List<PixelWindow> windows) throws IOException {
      stored.expect(ranges(windows, samples));
    }

    @Override
    public byte[] read(PixelWindow window) throws IOException {
      byte[] pixels = new byte[size(window, samples)];
      levels.get(0).read(window, samples, pixels);
      return pixels;
    }
  }

  private List<ByteRange> ranges(List<PixelWindow> windows, int bands) throws IOException {
    List<ByteRange> ranges = new ArrayList<>();
    for (PixelWindow window : windows) {
      ranges.addAll(levels.get(0).ranges(window, bands));
    }
    return ranges;
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
      TiffDirectory tiff = FileFaults.explain(() -> TiffDirectory.read(source));
      return new GeoTiffRasterReader(source, tiff, Optional.empty());
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** The same with what lies beside the file. */
  static GeoTiffRasterReader open(ByteSource source, TiffBeside beside) throws IOException {
    Optional<TiffBeside.Smaller> smaller = Optional.empty();
    try {
      TiffDirectory tiff = FileFaults.explain(() -> TiffDirectory.read(source));
      TiffDirectory complete = beside.completedForPixels(tiff);
      smaller = beside.smaller(tiff);
      return new GeoTiffRasterReader(source, complete, smaller);
    } catch (IOException | RuntimeException e) {
      source.close();
      if (smaller.isPresent()) {
        smaller.get().bytes().close();
      }
      throw e;
    }
  }

  /**
   * All samples of a file's first image as they are stored: opacity is a band as others are, and
   * masks are not looked at.
   *
   * @param source closed in any case
   * @return width × height × bands bytes, interleaved by pixel, row by row
   * @throws IOException when the file is no TIFF of this size, or damaged
   */
  public static byte[] samples(ByteSource source, int width, int height, int bands)
      throws IOException {
    try (StoredBytes stored = new StoredBytes(source)) {
      TiffDirectory tiff = TiffDirectory.read(source);
      TiffShape shape = tiff.shape();
      if (shape.width() != width || shape.height() != height || shape.samples() != bands) {
        throw new IOException("a TIFF of another size");
      }
      byte blank = (byte) tiff.noData().orElse(0);
      try (TiffLevel level = new TiffLevel(shape, tiff.layout(), Optional.empty(), stored, blank)) {
        PixelWindow all = new PixelWindow(0, 0, width, height);
        byte[] pixels = new byte[size(all, bands)];
        level.read(all, bands, pixels);
        return pixels;
      }
    }
  }

  /** Number of bands that a reader of a file would give, which stays open. */
  static int bands(ByteSource source, TiffDirectory directory) throws IOException {
    GeoTiffRasterReader reader = new GeoTiffRasterReader(source, directory, Optional.empty());
    try {
      return reader.bands();
    } finally {
      reader.closeLevels();
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
    int bands = alpha.isPresent() ? alpha.getAsInt() + 1 : 3;
    stored.expect(ranges(windows, bands));
  }

  @Override
  public int bands() {
    return alpha.orElse(directory.shape().samples());
  }

  @Override
  public List<RasterLevel> levels() {
    return levels.stream().map(TiffLevel::size).toList();
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

  private void read(TiffLevel level, PixelWindow window, int bands, byte[] target)
      throws IOException {
    int count = window.width() * window.height();
    if (alpha.isPresent()) {
      readOpaque(level, window, bands, target);
      return;
    }
    level.read(window, bands, target);
    if (level.isMasked()) {
      byte[] valid = scratch(count);
      level.readMask(window, valid);
      masking.mark(valid, 0, 1, target, bands, count);
    }
  }

  /** What either of opacity and mask takes out is not valid. */
  private void readOpaque(TiffLevel level, PixelWindow window, int bands, byte[] target)
      throws IOException {
    int count = window.width() * window.height();
    int samples = alpha.getAsInt() + 1;
    byte[] all = scratch(size(window, samples));
    level.read(window, samples, all);
    for (int i = 0; i < count; i++) {
      System.arraycopy(all, i * samples, target, i * bands, bands);
    }
    if (level.isMasked()) {
      byte[] valid = new byte[count];
      level.readMask(window, valid);
      for (int i = 0; i < count; i++) {
        all[(i + 1) * samples - 1] &= valid[i];
      }
    }
    masking.mark(all, samples - 1, samples, target, bands, count);
  }

  private byte[] scratch(int size) {
    if (scratch.length < size) {
      scratch = new byte[size];
    }
    return scratch;
  }

  /** Lets go of files and buffers; what is read afterwards opens them again. */
  @Override
  public void close() throws IOException {
    scratch = new byte[0];
    stored.close();
    if (smaller.isPresent()) {
      smaller.get().close();
    }
    closeLevels();
  }

  private void closeLevels() throws IOException {
    for (TiffLevel level : levels) {
      level.close();
    }
  }
}
