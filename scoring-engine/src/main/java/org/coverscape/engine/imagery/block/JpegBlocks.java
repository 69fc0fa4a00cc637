package org.coverscape.engine.imagery.block;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.plugins.jpeg.JPEGImageReadParam;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks blocks that are JPEG streams of three or four components, with the Java runtime's own
 * decoder (TIFF Technical Note 2: tables that all blocks share stand in the header).
 *
 * <p>What the components mean is written in the TIFF and seldom in its streams, where a decoder
 * guesses it; so each stream is told before it is read. Four components are taken as they are.
 */
public final class JpegBlocks implements BlockDecoder {
  /** Start of image, end of image: markers of two bytes each. */
  private static final int MARKER = 2;

  /** More bytes than any block has that is read; a larger number is damage. */
  private static final long MOST_BYTES = 24L << 20;

  /** Scans of a stream; each costs as much as all pixels do, and may take a few bytes. */
  private static final int MOST_SCANS = 100;

  private static final byte START_OF_SCAN = (byte) 0xDA;

  private static final byte[] START = {(byte) 0xFF, (byte) 0xD8};

  /** The segment APP14 of Adobe, which ends with 0 for components as they are, 1 for YCbCr. */
  private static final byte[] MEANING = {
    (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  private final int samples;
  private final byte[] head;
  private final ArrayInput input = new ArrayInput();
  private final ImageReader reader;
  private byte[] joined = {};
  private @Nullable BufferedImage image;
  private @Nullable String warning;

  /**
   * A decoder.
   *
   * @param tables the stream of shared tables, empty where there is none
   * @param samples components: 3 or 4
   * @param ycbcr whether three components are YCbCr, to be made red, green and blue
   */
  public JpegBlocks(byte[] tables, int samples, boolean ycbcr) {
    this.samples = samples;
    head = head(tables, ycbcr);
    reader = JpegReaders.own();
    // what is missing or has no meaning becomes grey, with no more than a warning
    reader.addIIOReadWarningListener((source, text) -> warning = text);
  }

  /** What is put before each block: the shared tables without their end, and what bytes mean. */
  private static byte[] head(byte[] tables, boolean ycbcr) {
    byte[] shared =
        tables.length > 2 * MARKER ? Arrays.copyOf(tables, tables.length - MARKER) : START;
    byte[] head = Arrays.copyOf(shared, shared.length + MEANING.length);
    System.arraycopy(MEANING, 0, head, shared.length, MEANING.length);
    head[head.length - 1] = (byte) (ycbcr ? 1 : 0);
    return head;
  }

  @Override
  public void decode(byte[] stored, int length, int rows, BlockPart part, PixelTarget target)
      throws IOException {
    join(stored, length);
    warning = null;
    try {
      reader.setInput(input, true, true);
      check(reader.getWidth(0), reader.getHeight(0), part);
      take(unpack(reader.getWidth(0), reader.getHeight(0)), part, target);
    } catch (RuntimeException e) {
      throw new IOException("a block is no JPEG stream of " + samples + " components", e);
    }
    if (warning != null) {
      throw new IOException("a block is damaged: " + warning);
    }
  }

  /** The head, then the block without its start. */
  private void join(byte[] stored, int length) throws IOException {
    if (length < MARKER || !Arrays.equals(stored, 0, MARKER, START, 0, MARKER)) {
      throw new IOException("a block is no JPEG stream");
    }
    int size = Math.addExact(head.length, length - MARKER);
    if (joined.length < size) {
      joined = Arrays.copyOf(head, size + size / 4);
    }
    System.arraycopy(stored, MARKER, joined, head.length, length - MARKER);
    checkScans(size);
    input.set(joined, size);
  }

  private void checkScans(int size) throws IOException {
    int scans = 0;
    for (int i = 1; i < size; i++) {
      if (joined[i] == START_OF_SCAN && joined[i - 1] == -1) {
        scans++;
      }
    }
    if (scans > MOST_SCANS) {
      throw new IOException("a JPEG stream of too many scans");
    }
  }

  private void check(int width, int height, BlockPart part) throws IOException {
    if (width < part.x() + part.width()
        || height < part.endY()
        || (long) width * height * samples > MOST_BYTES) {
      throw new IOException("a block has not the size it should have");
    }
  }

  private Raster unpack(int width, int height) throws IOException {
    if (samples != 3) {
      return reader.readRaster(0, null);
    }
    BufferedImage into = image;
    if (into == null || into.getWidth() != width || into.getHeight() != height) {
      into = rgb(width, height);
      image = into;
    }
    ImageReadParam param = new JPEGImageReadParam();
    param.setDestination(into);
    return reader.read(0, param).getRaster();
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

  /** The runtime's decoder interleaves the components by pixel, in their order. */
  private void take(Raster unpacked, BlockPart part, PixelTarget target) throws IOException {
    if (!(unpacked.getSampleModel() instanceof PixelInterleavedSampleModel model)
        || !(unpacked.getDataBuffer() instanceof DataBufferByte data)
        || model.getPixelStride() != samples) {
      throw new IOException("a block has not " + samples + " components");
    }
    PixelRow row = new PixelRow(new BlockForm(unpacked.getWidth(), samples, false));
    for (int y = 0; y < part.height(); y++) {
      int from = model.getScanlineStride() * (part.y() + y);
      int to = target.row(y);
      row.take(data.getData(), from, part.x(), part.width(), target.bytes(), to, target.bands());
    }
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
