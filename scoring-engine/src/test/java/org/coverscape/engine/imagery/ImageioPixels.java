package org.coverscape.engine.imagery;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.SourceImageStream;
import org.coverscape.engine.region.PixelWindow;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks, for comparison, whatever the TIFF reader of imageio-ext can, kept open between windows.
 * After a fault it is made anew.
 */
final class ImageioPixels implements LevelPixels {
  private final ByteSource source;
  private final int image;
  private @Nullable ImageInputStream stream;
  private @Nullable ImageReader reader;

  /**
   * Nothing is opened yet.
   *
   * @param source stays open when this is closed
   * @param image number of the directory in the file
   */
  ImageioPixels(ByteSource source, int image) {
    this.source = source;
    this.image = image;
  }

  @Override
  public void read(PixelWindow window, int bands, byte[] target) throws IOException {
    try {
      ImageReader open = reader();
      ImageReadParam param = open.getDefaultReadParam();
      param.setSourceRegion(new Rectangle(window.x(), window.y(), window.width(), window.height()));
      copy(open.read(image, param).getRaster(), target, bands);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private ImageReader reader() throws IOException {
    if (reader == null || stream == null) {
      stream = new SourceImageStream(source);
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
