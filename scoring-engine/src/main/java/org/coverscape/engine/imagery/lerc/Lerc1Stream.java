package org.coverscape.engine.imagery.lerc;

import java.io.IOException;

/**
 * Unpacks streams of LERC 1: a mask, then blocks of floating point numbers. Keeps its buffers; not
 * thread-safe.
 */
final class Lerc1Stream {
  /** How a stream begins. */
  static final String KEY = "CntZImage ";

  private static final int VERSION = 11;
  private static final int TYPE = 8;
  private static final int PACKED = 1;
  private static final int ZERO = 2;
  private static final int CONSTANT = 3;

  private final BitStuffing stuffing = new BitStuffing();

  /**
   * What stands before a stream's parts.
   *
   * @param maxError by how much numbers may be off
   */
  record Header(int width, int height, double maxError) {
    static Header read(LercInput in) throws IOException {
      in.skip(KEY.length());
      int version = in.int32();
      int type = in.int32();
      int height = in.int32();
      int width = in.int32();
      double maxError = in.float64();
      if (version != VERSION || type != TYPE || height < 1 || width < 1) {
        throw new IOException("LERC 1 of another version, or of no size");
      }
      if (!(maxError >= 0) || Double.isInfinite(maxError)) {
        throw new IOException("a LERC stream of no precision");
      }
      return new Header(width, height, maxError);
    }
  }

  /** What stands before the mask, and before the numbers. */
  private record Part(int down, int across, int bytes, float greatest) {
    static Part read(LercInput in) throws IOException {
      Part part =
          new Part(in.int32(), in.int32(), in.int32(), (float) in.number(SampleType.FLOAT32));
      if (part.down < 0 || part.across < 0 || part.bytes < 0) {
        throw new IOException("a part of no size");
      }
      return part;
    }

    boolean isMask() {
      return down == 0 && across == 0;
    }
  }

  /** Where numbers go, and what they are made of. */
  private record Target(LercPage page, int band, ValidMask mask, double scale, float greatest) {
    void set(int pixel, float value) {
      page.type().set(page.samples(), page.at(pixel, band), value);
    }
  }

  /**
   * Unpacks a stream, which is one band of the page.
   *
   * @param in at its first byte; the stream is passed over
   * @param previous the mask of the band before, which a stream without one shares
   */
  ValidMask read(LercInput in, LercPage page, int band, ValidMask previous) throws IOException {
    Header header = Header.read(in);
    if (header.width != page.width() || header.height != page.height()) {
      throw new IOException("a LERC stream of another size than its page");
    }
    Part part = Part.read(in);
    ValidMask mask = previous;
    if (part.isMask()) {
      mask =
          part.bytes == 0
              ? ValidMask.uniform(page.pixels(), part.greatest > 0)
              : ValidMask.read(in.part(part.bytes), page.pixels());
      part = Part.read(in);
    }
    if (part.down < 1
        || part.across < 1
        || part.down > page.height()
        || part.across > page.width()) {
      throw new IOException("a LERC stream of no blocks");
    }
    Target target = new Target(page, band, mask, 2 * header.maxError, part.greatest);
    blocks(in.part(part.bytes), part, target);
    page.fill(mask, band, 1);
    return mask;
  }

  /** As many equal blocks as the part says, then what is left over. */
  private void blocks(LercInput in, Part part, Target target) throws IOException {
    int width = target.page.width();
    int down = target.page.height() / part.down;
    int across = width / part.across;
    for (int i = 0, y = 0; i <= part.down; i++, y += down) {
      int rows = i < part.down ? down : target.page.height() - y;
      for (int k = 0, x = 0; k <= part.across; k++, x += across) {
        int cols = k < part.across ? across : width - x;
        if (rows > 0 && cols > 0) {
          block(in, target, y * width + x, cols, rows);
        }
      }
    }
  }

  private void block(LercInput in, Target target, int first, int width, int height)
      throws IOException {
    int head = in.unsignedByte();
    int kind = head & 63;
    if (kind > CONSTANT) {
      throw new IOException("a block packed in no known way");
    }
    float offset = kind == PACKED || kind == CONSTANT ? offset(in, head >> 6) : 0;
    int packed = kind == PACKED ? stuffing.readFirst(in, width * height) : 0;
    int i = 0;
    for (int row = 0; row < height; row++) {
      int from = first + row * target.page.width();
      for (int pixel = from; pixel < from + width; pixel++) {
        if (target.mask.has(pixel)) {
          if (kind == PACKED && i == packed) {
            throw new IOException("a block of another number of pixels");
          }
          target.set(
              pixel,
              switch (kind) {
                case ZERO, CONSTANT -> offset;
                case PACKED -> value(target, offset, stuffing.values()[i++]);
                default -> (float) in.number(SampleType.FLOAT32);
              });
        }
      }
    }
  }

  private static float value(Target target, float offset, int number) {
    return Math.min((float) (offset + number * target.scale), target.greatest);
  }

  private static float offset(LercInput in, int code) throws IOException {
    SampleType type =
        code == 0 ? SampleType.FLOAT32 : code == 1 ? SampleType.INT16 : SampleType.INT8;
    if (code == 3) {
      throw new IOException("an offset of no type");
    }
    return (float) in.number(type);
  }
}
