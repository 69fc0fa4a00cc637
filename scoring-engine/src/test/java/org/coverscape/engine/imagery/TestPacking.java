package org.coverscape.engine.imagery;

import io.airlift.compress.zstd.ZstdCompressor;
import java.awt.Point;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Packs bytes in the ways of TIFF. */
public enum TestPacking {
  NONE(1),
  LZW(5),
  JPEG(7),
  DEFLATE(8),
  PACK_BITS(32773),
  ZSTD(50000);

  private final int tag;

  TestPacking(int tag) {
    this.tag = tag;
  }

  int tag() {
    return tag;
  }

  /** Packs a block of rows of such a width, and of so many bytes per pixel. */
  byte[] pack(byte[] raw, int width, int samples) throws IOException {
    return switch (this) {
      case NONE -> raw;
      case JPEG -> jpeg(raw, width, samples);
      case LZW -> lzw(raw);
      case DEFLATE -> deflate(raw);
      case PACK_BITS -> packBits(raw);
      case ZSTD -> zstd(raw);
    };
  }

  /** A stream as the Java runtime writes it: three components as YCbCr, others as they are. */
  private static byte[] jpeg(byte[] raw, int width, int samples) throws IOException {
    int height = raw.length / width / samples;
    int[] bands = IntStream.range(0, samples).toArray();
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(raw, raw.length),
            width,
            height,
            width * samples,
            samples,
            bands,
            new Point());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] raw) {
    Deflater deflater = new Deflater(1);
    deflater.setInput(raw);
    deflater.finish();
    byte[] buffer = new byte[raw.length + 1000];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  private static byte[] zstd(byte[] raw) {
    ZstdCompressor compressor = new ZstdCompressor();
    byte[] buffer = new byte[compressor.maxCompressedLength(raw.length)];
    int length = compressor.compress(raw, 0, raw.length, buffer, 0, buffer.length);
    return Arrays.copyOf(buffer, length);
  }

  private static byte[] packBits(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (at < raw.length) {
      int run = 1;
      while (run < 128 && at + run < raw.length && raw[at + run] == raw[at]) {
        run++;
      }
      if (run > 1) {
        out.write(1 - run);
        out.write(raw[at]);
        at += run;
      } else {
        int end = at + 1;
        while (end - at < 128
            && end < raw.length
            && (end + 1 == raw.length || raw[end] != raw[end + 1])) {
          end++;
        }
        out.write(end - at - 1);
        out.write(raw, at, end - at);
        at = end;
      }
    }
    return out.toByteArray();
  }

  /** Bits of a stream, the highest of each byte first. */
  private static final class Bits {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int held;
    private int count;

    void put(int code, int width) {
      held = held << width | code;
      count += width;
      while (count >= 8) {
        count -= 8;
        out.write(held >>> count);
      }
      held &= (1 << count) - 1;
    }

    byte[] done() {
      if (count > 0) {
        put(0, 8 - count);
      }
      return out.toByteArray();
    }
  }

  private static byte[] lzw(byte[] raw) {
    Bits bits = new Bits();
    Map<Integer, Integer> codes = new HashMap<>();
    int width = 9;
    int free = 258;
    bits.put(256, width);
    int prefix = -1;
    for (byte value : raw) {
      int key = prefix << 8 | value & 255;
      Integer longer = prefix < 0 ? Integer.valueOf(value & 255) : codes.get(key);
      if (longer != null) {
        prefix = longer;
        continue;
      }
      bits.put(prefix, width);
      codes.put(key, free++);
      prefix = value & 255;
      if (free == 4094) {
        bits.put(prefix, width);
        bits.put(256, 12);
        codes.clear();
        width = 9;
        free = 258;
        prefix = -1;
      } else if (free == 1 << width) {
        width++;
      }
    }
    if (prefix >= 0) {
      bits.put(prefix, width);
      if (free + 1 == 1 << width) {
        width++;
      }
    }
    bits.put(257, width);
    return bits.done();
  }
}
