package org.coverscape.engine.imagery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes small GeoTIFFs of every kind the tests need; a fresh one is RGB, 1 m, UTM zone 11. */
public final class TestTiff {
  /** Colour of a pixel and band, 0 to 255. */
  public interface Painter {
    /** Value of a band at a column and row. */
    int at(int col, int row, int band);
  }

  private final int width;
  private final int height;
  private final Painter painter;
  private final TestGeoreference georeference = new TestGeoreference();
  private int samples = 3;
  private int bits = 8;
  private int photometric = 2;
  private int format = 1;
  private int blockWidth;
  private int blockHeight = 16;
  private boolean planar;
  private TestPacking packing = TestPacking.NONE;
  private int compression;
  private int subfile;
  private int alphaTag = 2;
  private @Nullable TestTiff mask;
  private boolean differences;
  private boolean big;
  private int sparseBlock = -1;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private String noData = "";
  private String description = "";
  private String dateTime = "";

  private TestTiff(int width, int height, Painter painter) {
    this.width = width;
    this.height = height;
    this.painter = painter;
  }

  /** An image of a size, painted by a function. */
  public static TestTiff of(int width, int height, Painter painter) {
    return new TestTiff(width, height, painter);
  }

  /** Colours that name the ground: equal ground, equal colour, whatever the image. */
  public static Painter ground(double west, double north, double size) {
    return (col, row, band) -> {
      long x = (long) Math.floor(west + (col + 0.5) * size);
      long y = (long) Math.floor(north - (row + 0.5) * size);
      long mixed = (x * 0x9E3779B1L ^ y * 0x85EBCA77L ^ band * 0xC2B2AE3DL) * 0x27D4EB2FL;
      return 1 + (int) ((mixed >>> 17 & 0xFFFF) % 255);
    };
  }

  /** Smooth colours in 0–255 that change over tens of metres. */
  public static Painter waves(double west, double north, double size) {
    return (col, row, band) -> {
      double x = west + (col + 0.5) * size;
      double y = north - (row + 0.5) * size;
      return (int) Math.round(128 + 60 * Math.sin(x / 23 + band) + 60 * Math.cos(y / 31 - band));
    };
  }

  public TestTiff at(double west, double north, double size) {
    return at(west, north, size, size);
  }

  public TestTiff at(double west, double north, double pixelWidth, double pixelHeight) {
    georeference.at(west, north, pixelWidth, pixelHeight);
    return this;
  }

  public TestTiff epsg(int code, boolean isGeographic) {
    georeference.epsg(code, isGeographic);
    return this;
  }

  public TestTiff withoutGeoreference() {
    georeference.none();
    return this;
  }

  public TestTiff withoutKeys() {
    georeference.withoutKeys();
    return this;
  }

  public TestTiff matrix(double a, double b, double x0, double d, double e, double y0) {
    georeference.matrix(a, b, x0, d, e, y0);
    return this;
  }

  public TestTiff bands(int count, int bitsEach, int photo) {
    samples = count;
    bits = bitsEach;
    photometric = photo;
    return this;
  }

  public TestTiff format(int sampleFormat) {
    format = sampleFormat;
    return this;
  }

  public TestTiff tiled(int size) {
    blockWidth = size;
    blockHeight = size;
    return this;
  }

  public TestTiff strips(int rows) {
    blockWidth = 0;
    blockHeight = rows;
    return this;
  }

  public TestTiff planar() {
    planar = true;
    return this;
  }

  public TestTiff deflate() {
    return packed(TestPacking.DEFLATE);
  }

  /** Packs blocks so. */
  public TestTiff packed(TestPacking by) {
    packing = by;
    return this;
  }

  /** Says that blocks are packed in a way, whatever they are. */
  public TestTiff compression(int tag) {
    compression = tag;
    return this;
  }

  /** Says that the last band has such a meaning: 0 none, 2 opacity. */
  public TestTiff extra(int tag) {
    alphaTag = tag;
    return this;
  }

  /** An image behind this one that says which pixels are valid, of one bit each. */
  public TestTiff masked(Painter valid) {
    TestTiff bits = new TestTiff(width, height, valid).bands(1, 1, 4);
    bits.blockWidth = blockWidth;
    bits.blockHeight = blockHeight;
    bits.order = order;
    bits.big = big;
    bits.packing = packing == TestPacking.JPEG ? TestPacking.DEFLATE : packing;
    bits.georeference.none();
    bits.subfile = 4;
    mask = bits;
    return this;
  }

  /** Predictor 2, with deflate where nothing else is said. */
  public TestTiff differences() {
    differences = true;
    return packing == TestPacking.NONE ? deflate() : this;
  }

  public TestTiff tiled(int width, int height) {
    blockWidth = width;
    blockHeight = height;
    return this;
  }

  public TestTiff big() {
    big = true;
    return this;
  }

  public TestTiff bigEndian() {
    order = ByteOrder.BIG_ENDIAN;
    return this;
  }

  public TestTiff pixelIsPoint() {
    georeference.pixelIsPoint();
    return this;
  }

  public TestTiff sparse(int block) {
    sparseBlock = block;
    return this;
  }

  public TestTiff noData(String value) {
    noData = value;
    return this;
  }

  public TestTiff describe(String text) {
    description = text;
    return this;
  }

  public TestTiff dateTime(String text) {
    dateTime = text;
    return this;
  }

  /** Writes the file and says where it is. */
  public Path write(Path file) throws IOException {
    Files.write(file, bytes());
    return file;
  }

  /** The whole file: header, fields, then pixels, then a mask. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TestTiff second = mask;
    if (second == null) {
      out.writeBytes(at(0, 0));
      return out.toByteArray();
    }
    int base = (at(0, 0).length + 7) / 8 * 8;
    out.writeBytes(Arrays.copyOf(at(0, base + (big ? 16 : 8)), base));
    out.writeBytes(second.at(base, 0));
    return out.toByteArray();
  }

  /** The same for a place behind other bytes; the directory at {@code then} follows. */
  private byte[] at(long base, long then) {
    byte[][] blocks = blocks();
    long[] offsets = new long[blocks.length];
    long[] counts = new long[blocks.length];
    byte[] head = head(offsets, counts, base, then);
    long at = base + head.length;
    for (int i = 0; i < blocks.length; i++) {
      offsets[i] = i == sparseBlock ? 0 : at;
      counts[i] = i == sparseBlock ? 0 : blocks[i].length;
      at += counts[i];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head(offsets, counts, base, then));
    for (int i = 0; i < blocks.length; i++) {
      if (i != sparseBlock) {
        out.writeBytes(blocks[i]);
      }
    }
    return out.toByteArray();
  }

  private byte[][] blocks() {
    int bw = blockWidth == 0 ? width : blockWidth;
    int across = (width + bw - 1) / bw;
    int down = (height + blockHeight - 1) / blockHeight;
    int planes = planar ? samples : 1;
    byte[][] blocks = new byte[planes * across * down][];
    for (int i = 0; i < blocks.length; i++) {
      int plane = i / (across * down);
      int row = i / across % down * blockHeight;
      int rows = blockWidth == 0 ? Math.min(blockHeight, height - row) : blockHeight;
      byte[] raw = block(i % across * bw, row, bw, rows, plane);
      blocks[i] = packed(differences ? differences(raw, bw) : raw, bw);
    }
    return blocks;
  }

  private byte[] packed(byte[] raw, int bw) {
    try {
      return packing.pack(raw, bw, planar ? 1 : samples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] block(int left, int top, int bw, int rows, int plane) {
    if (bits == 1) {
      return bits(left, top, bw, rows);
    }
    int bands = planar ? 1 : samples;
    ByteBuffer out = ByteBuffer.allocate(bw * rows * bands * bits / 8).order(order);
    for (int y = top; y < top + rows; y++) {
      for (int x = left; x < left + bw; x++) {
        for (int b = 0; b < bands; b++) {
          int value = x < width && y < height ? painter.at(x, y, planar ? plane : b) : 0;
          if (bits == 8) {
            out.put((byte) value);
          } else {
            out.putShort((short) value);
          }
        }
      }
    }
    return out.array();
  }

  private byte[] differences(byte[] raw, int bw) {
    int bands = planar ? 1 : samples;
    byte[] result = raw.clone();
    for (int i = 0; i < raw.length; i++) {
      if (i % (bw * bands) >= bands) {
        result[i] -= raw[i - bands];
      }
    }
    return result;
  }

  private byte[] bits(int left, int top, int bw, int rows) {
    int rowBytes = (bw + 7) / 8;
    byte[] result = new byte[rows * rowBytes];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < bw; x++) {
        boolean inside = left + x < width && top + y < height;
        if (inside && painter.at(left + x, top + y, 0) != 0) {
          result[y * rowBytes + x / 8] |= (byte) (128 >> x % 8);
        }
      }
    }
    return result;
  }

  private byte[] head(long[] offsets, long[] counts, long base, long then) {
    TestDirectory fields = new TestDirectory(order, big);
    fields.number(256, width);
    fields.number(257, height);
    int[] depth = new int[samples];
    Arrays.fill(depth, bits);
    fields.shorts(258, depth);
    if (subfile != 0) {
      fields.number(254, subfile);
    }
    fields.shorts(259, compression != 0 ? compression : packing.tag());
    fields.shorts(262, photometric);
    fields.shorts(277, samples);
    fields.shorts(284, planar ? 2 : 1);
    fields.shorts(317, differences ? 2 : 1);
    if (samples == 4) {
      fields.shorts(338, alphaTag);
    } else if (samples == 5) {
      fields.shorts(338, 0, alphaTag);
    }
    Arrays.fill(depth, format);
    fields.shorts(339, depth);
    if (blockWidth == 0) {
      fields.offsets(273, offsets);
      fields.number(278, blockHeight);
      fields.offsets(279, counts);
    } else {
      fields.number(322, blockWidth);
      fields.number(323, blockHeight);
      fields.offsets(324, offsets);
      fields.offsets(325, counts);
    }
    fields.text(270, description);
    fields.text(306, dateTime);
    fields.text(42113, noData);
    georeference.write(fields);
    return fields.bytes(base, then);
  }
}
