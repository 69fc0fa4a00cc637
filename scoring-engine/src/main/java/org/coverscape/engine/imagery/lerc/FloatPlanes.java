package org.coverscape.engine.imagery.lerc;

import java.io.IOException;
import java.util.Arrays;

/**
 * Floating point numbers packed without loss (LERC 2, version 6): a plane for each of their bytes,
 * of differences from the sample before, which are packed by themselves. Not thread-safe.
 */
final class FloatPlanes {
  private static final int FROM_ROWS_AND_COLUMNS = 2;
  private static final int MOST_ORDER = 5;
  private static final int CODED = 0;
  private static final int ONE_BYTE = 1;
  private static final int AS_THEY_ARE = 2;
  private static final int RUNS = 3;

  private final CodedBytes coded;
  private final BitStuffing stuffing;

  FloatPlanes(CodedBytes coded, BitStuffing stuffing) {
    this.coded = coded;
    this.stuffing = stuffing;
  }

  void read(LercInput in, Lerc2Header header, Lerc2Stream.Target target) throws IOException {
    int pixels = header.width() * header.height();
    // several samples of a pixel are taken for its row
    int width = header.depth() == 1 ? header.width() : header.depth();
    int height = header.depth() == 1 ? header.height() : pixels;
    int bytes = header.type().bytes();
    int predictor = in.unsignedByte();
    byte[][] planes = new byte[bytes][];
    for (int i = 0; i < bytes; i++) {
      int index = in.unsignedByte();
      int order = in.unsignedByte();
      if (index >= bytes || order > MOST_ORDER || predictor > FROM_ROWS_AND_COLUMNS) {
        throw new IOException("a plane of bytes of no known kind");
      }
      planes[index] = plane(in.part(in.count(Integer.BYTES)), width * height);
      sum(planes[index], order);
    }
    long[] values = join(planes, width * height);
    FloatBits bits = FloatBits.of(header.type());
    if (predictor == FROM_ROWS_AND_COLUMNS) {
      bits.sumDown(values, width);
    }
    if (predictor > 0) {
      bits.sumAcross(values, width);
    }
    store(values, header, target, bits);
  }

  private byte[] plane(LercInput in, int length) throws IOException {
    byte[] plane = new byte[length];
    switch (in.unsignedByte()) {
      case CODED -> {
        coded.begin(in, true, stuffing);
        coded.plain(plane, 0, length, 0);
      }
      case ONE_BYTE -> Arrays.fill(plane, (byte) in.unsignedByte());
      case AS_THEY_ARE -> {
        in.check(length);
        System.arraycopy(in.array(), in.position(), plane, 0, length);
      }
      case RUNS -> runs(in, plane);
      default -> throw new IOException("a plane of bytes packed in no known way");
    }
    return plane;
  }

  /** Up to 127: one more byte than that as they are; above: the next one, 126 times fewer. */
  private static void runs(LercInput in, byte[] plane) throws IOException {
    int at = 0;
    while (at < plane.length) {
      int head = in.unsignedByte();
      int length = head < 128 ? head + 1 : head - 126;
      if (length > plane.length - at) {
        throw new IOException("a run beyond its plane");
      }
      if (head < 128) {
        in.check(length);
        System.arraycopy(in.array(), in.position(), plane, at, length);
        in.skip(length);
      } else {
        Arrays.fill(plane, at, at + length, (byte) in.unsignedByte());
      }
      at += length;
    }
  }

  /** Makes differences of differences bytes again. */
  private static void sum(byte[] plane, int order) {
    for (int level = order; level > 0; level--) {
      for (int i = level; i < plane.length; i++) {
        plane[i] += plane[i - 1];
      }
    }
  }

  private static long[] join(byte[][] planes, int count) throws IOException {
    long[] values = new long[count];
    for (int byteIndex = 0; byteIndex < planes.length; byteIndex++) {
      byte[] plane = planes[byteIndex];
      if (plane == null) {
        throw new IOException("a plane of bytes is missing");
      }
      for (int i = 0; i < count; i++) {
        values[i] |= (plane[i] & 255L) << 8 * byteIndex;
      }
    }
    return values;
  }

  private static void store(
      long[] values, Lerc2Header header, Lerc2Stream.Target target, FloatBits bits) {
    LercPage page = target.page();
    for (int pixel = 0; pixel < page.pixels(); pixel++) {
      for (int sample = 0; sample < header.depth(); sample++) {
        long value = bits.restore(values[pixel * header.depth() + sample]);
        bits.set(page.samples(), target.at(pixel, sample), value);
      }
    }
  }
}
