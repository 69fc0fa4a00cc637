package org.coverscape.engine.imagery.block;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.plugins.jpeg.JPEGImageReadParam;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks blocks that are JPEG streams of three components, with the Java runtime's own decoder
 * (TIFF Technical Note 2: tables that all blocks share stand in the header).
 */
public final class JpegBlocks implements BlockDecoder {
  /** Start of image, end of image: markers of two bytes each. */
  private static final int MARKER = 2;

  /** More pixels than any block has that is read; a larger number is damage. */
  private static final long MOST_PIXELS = 24L << 20;

  private final byte[] tables;
  private final ArrayInput input = new ArrayInput();
  private final ImageReader reader;
  private byte[] joined = {};
  private @Nullable BufferedImage image;

  /**
   * A decoder.
   *
   * @param tables the stream of shared tables, empty where there is none
   */
  public JpegBlocks(byte[] tables) {
    this.tables = tables.length > 2 * MARKER ? tables : new byte[0];
    reader = JpegReaders.own();
  }

  @Override
  public void decode(byte[] stored, int length, int rows, BlockPart part, PixelTarget target)
      throws IOException {
    join(stored, length);
    try {
      reader.setInput(input, true, true);
      BufferedImage unpacked = unpack(reader.getWidth(0), reader.getHeight(0), part);
      take(unpacked, part, target);
    } catch (RuntimeException e) {
      throw new IOException("a block is no JPEG stream", e);
    }
  }

  /** The shared tables without their end, then the block without its start. */
  private void join(byte[] stored, int length) {
    int shared = Math.max(0, tables.length - MARKER);
    if (shared == 0 || length < MARKER) {
      input.set(stored, length);
      return;
    }
    int size = shared + length - MARKER;
    if (joined.length < size) {
      joined = new byte[size + size / 4];
      System.arraycopy(tables, 0, joined, 0, shared);
    }
    System.arraycopy(stored, MARKER, joined, shared, length - MARKER);
    input.set(joined, size);
  }

  private BufferedImage unpack(int width, int height, BlockPart part) throws IOException {
    if (width < part.x() + part.width()
        || height < part.endY()
        || (long) width * height > MOST_PIXELS) {
      throw new IOException("a block has not the size it should have");
    }
    BufferedImage into = image;
    if (into == null || into.getWidth() != width || into.getHeight() != height) {
      into = rgb(width, height);
      image = into;
    }
    ImageReadParam param = new JPEGImageReadParam();
    param.setDestination(into);
    return reader.read(0, param);
  }

  private static BufferedImage rgb(int width, int height) {
    ColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            ColorModel.OPAQUE,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, width, height, 3 * width, 3, new int[] {0, 1, 2}, new Point());
    return new BufferedImage(colours, raster, false, null);
  }

  private static void take(BufferedImage unpacked, BlockPart part, PixelTarget target) {
    byte[] bytes = ((DataBufferByte) unpacked.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < part.height(); y++) {
      int from = 3 * ((part.y() + y) * unpacked.getWidth() + part.x());
      System.arraycopy(bytes, from, target.bytes(), target.row(y), 3 * part.width());
    }
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
