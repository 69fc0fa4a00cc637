package org.coverscape.engine.imagery;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.coverscape.engine.region.PixelWindow;
import org.jspecify.annotations.Nullable;

/**
 * Reads pixels of a GeoTIFF through the TIFF reader of imageio-ext, kept open between windows.
 *
 * <p>That reader answers with zeros where a file ends early, so block offsets are compared with the
 * file's length first. After a fault it is made anew. Not thread-safe.
 */
public final class GeoTiffRasterReader implements RasterReader {
  private final Path file;
  private final TiffDirectory directory;
  private final List<RasterLevel> levels;
  private @Nullable ImageInputStream stream;
  private @Nullable ImageReader reader;

  private GeoTiffRasterReader(Path file, TiffDirectory directory) {
    this.file = file;
    this.directory = directory;
    List<RasterLevel> all = new ArrayList<>();
    all.add(level(directory.shape(), directory.layout()));
    directory.overviews().forEach(small -> all.add(level(small.shape(), small.layout())));
    levels = List.copyOf(all);
  }

  private static RasterLevel level(TiffShape shape, TiffLayout layout) {
    return new RasterLevel(
        shape.width(), shape.height(), layout.blockWidth(), layout.readableHeight());
  }

  /**
   * Opens a file.
   *
   * @throws IOException with one plain sentence when it cannot be opened
   */
  public static GeoTiffRasterReader open(Path file) throws IOException {
    return new GeoTiffRasterReader(file, FileFaults.explain(() -> TiffDirectory.read(file)));
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
  public byte[] readRgb(PixelWindow window) throws IOException {
    return read(0, directory.layout(), window, 3);
  }

  @Override
  public int bands() {
    return directory.shape().samples();
  }

  @Override
  public List<RasterLevel> levels() {
    return levels;
  }

  @Override
  public byte[] read(int level, PixelWindow window) throws IOException {
    if (level == 0) {
      return read(0, directory.layout(), window, bands());
    }
    TiffOverview overview = directory.overviews().get(level - 1);
    return read(overview.index(), overview.layout(), window, bands());
  }

  private byte[] read(int image, TiffLayout layout, PixelWindow window, int bands)
      throws IOException {
    if (layout.endsBefore(window, bands)) {
      throw new IOException(
          "The file ends before its last pixels; it is truncated, copy it again.");
    }
    byte[] pixels = new byte[Math.multiplyExact(window.width() * window.height(), bands)];
    try {
      ImageReader open = reader();
      ImageReadParam param = open.getDefaultReadParam();
      param.setSourceRegion(new Rectangle(window.x(), window.y(), window.width(), window.height()));
      copy(open.read(image, param).getRaster(), pixels, bands);
    } catch (FileNotFoundException e) {
      throw new IOException("It cannot be opened; check that it is still there.", e);
    } catch (IOException | RuntimeException e) {
      close();
      throw new IOException("A part of its pixels is damaged; copy the file again.", e);
    }
    blankSparse(layout, window, pixels, bands);
    return pixels;
  }

  private ImageReader reader() throws IOException {
    if (reader == null || stream == null) {
      stream = new FileImageInputStream(file.toFile());
      reader = new TIFFImageReaderSpi().createReaderInstance(null);
      reader.setInput(stream, false, true);
    }
    return reader;
  }

  /** Takes the first bands out of whatever arrangement the bytes have. */
  private static void copy(Raster raster, byte[] pixels, int bands) throws IOException {
    if (!(raster.getSampleModel() instanceof ComponentSampleModel model)
        || !(raster.getDataBuffer() instanceof DataBufferByte data)
        || model.getNumBands() < bands) {
      throw new IOException("The pixels are not 8-bit red, green and blue.");
    }
    int[] offsets = model.getBandOffsets();
    int[] banks = model.getBankIndices();
    int step = model.getPixelStride();
    int width = raster.getWidth();
    for (int band = 0; band < bands; band++) {
      byte[] bytes = data.getData(banks[band]);
      int origin = data.getOffsets()[banks[band]] + offsets[band];
      for (int y = 0; y < raster.getHeight(); y++) {
        int from = origin + y * model.getScanlineStride();
        int to = y * width * bands + band;
        for (int x = 0; x < width; x++) {
          pixels[to] = bytes[from];
          from += step;
          to += bands;
        }
      }
    }
  }

  /** Gives pixels of blocks that were never written the value of NoData, or 0. */
  private void blankSparse(TiffLayout layout, PixelWindow window, byte[] pixels, int bands) {
    byte value = (byte) directory.noData().orElse(0);
    for (PixelWindow block : layout.sparseBlocks(window)) {
      PixelWindow part = Windows.intersection(block, window).orElseThrow();
      for (int y = part.y(); y < part.endY(); y++) {
        int row = (y - window.y()) * window.width() - window.x();
        Arrays.fill(pixels, (row + part.x()) * bands, (row + part.endX()) * bands, value);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.dispose();
      reader = null;
    }
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }
}
