package org.coverscape.engine.imagery.lerc;

import java.io.IOException;

/**
 * The blocks of a LERC 2 stream, a few pixels square, each packed in the way that takes the fewest
 * bytes. Not thread-safe.
 */
final class Lerc2Tiles {
  private static final int AS_THEY_ARE = 0;
  private static final int ZERO = 2;
  private static final int CONSTANT = 3;

  /** From this version on a block may hold differences from the band before. */
  private static final int WITH_DIFFERENCES = 5;

  private static final int DIFFERENCES = 4;

  private final BitStuffing stuffing;

  Lerc2Tiles(BitStuffing stuffing) {
    this.stuffing = stuffing;
  }

  /** A block of one band. */
  private record Block(int x, int y, int width, int height, int sample) {}

  void read(LercInput in, Lerc2Header header, Lerc2Stream.Target target, double[] greatest)
      throws IOException {
    int size = header.blockSize();
    for (int y = 0; y < header.height(); y += size) {
      int height = Math.min(size, header.height() - y);
      for (int x = 0; x < header.width(); x += size) {
        int width = Math.min(size, header.width() - x);
        for (int sample = 0; sample < header.depth(); sample++) {
          Block block = new Block(x, y, width, height, sample);
          read(in, header, target, block, greatest[sample]);
        }
      }
    }
  }

  private void read(
      LercInput in, Lerc2Header header, Lerc2Stream.Target target, Block block, double greatest)
      throws IOException {
    int flags = in.unsignedByte();
    boolean newer = header.version() >= WITH_DIFFERENCES;
    boolean differences = newer && (flags & DIFFERENCES) != 0;
    int pattern = newer ? 14 : 15;
    if ((flags >> 2 & pattern) != (block.x >> 3 & pattern) || (differences && block.sample == 0)) {
      throw new IOException("a block of a LERC stream where none is");
    }
    switch (flags & 3) {
      case ZERO -> store(target, block, differences, 0, greatest);
      case AS_THEY_ARE -> asTheyAre(in, target, block, differences);
      case CONSTANT ->
          store(target, block, differences, offset(in, header, flags, differences), greatest);
      default -> {
        double offset = offset(in, header, flags, differences);
        int count = stuffing.read(in, header.lowestFirst(), block.width * block.height);
        stuffed(header, target, block, new Values(offset, count, differences, greatest));
      }
    }
  }

  private static double offset(LercInput in, Lerc2Header header, int flags, boolean differences)
      throws IOException {
    SampleType type = header.type();
    type = differences && !type.isFloating() ? SampleType.INT32 : type;
    return in.number(narrowed(type, flags >> 6));
  }

  /** The type that an offset is stored as: the smallest that can hold it. */
  private static SampleType narrowed(SampleType type, int steps) throws IOException {
    int code =
        switch (type) {
          case INT8, UINT8 -> type.ordinal();
          case INT16, INT32 -> type.ordinal() - steps;
          case UINT16, UINT32 -> type.ordinal() - 2 * steps;
          case FLOAT32 ->
              (steps == 0 ? type : steps == 1 ? SampleType.INT16 : SampleType.UINT8).ordinal();
          case FLOAT64 -> steps == 0 ? type.ordinal() : type.ordinal() - 2 * steps + 1;
        };
    return SampleType.ofCode(code).orElseThrow(() -> new IOException("an offset of no type"));
  }

  private static void asTheyAre(
      LercInput in, Lerc2Stream.Target target, Block block, boolean differences)
      throws IOException {
    if (differences) {
      throw new IOException("differences that are not packed");
    }
    LercPage page = target.page();
    for (int row = 0; row < block.height; row++) {
      int from = (block.y + row) * page.width() + block.x;
      for (int pixel = from; pixel < from + block.width; pixel++) {
        if (target.mask().has(pixel)) {
          double value = in.number(page.type());
          page.type().set(page.samples(), target.at(pixel, block.sample), value);
        }
      }
    }
  }

  /** Gives all pixels of a block one value, or adds it to what the band before has. */
  private static void store(
      Lerc2Stream.Target target, Block block, boolean differences, double value, double greatest) {
    LercPage page = target.page();
    SampleType type = page.type();
    for (int row = 0; row < block.height; row++) {
      int from = (block.y + row) * page.width() + block.x;
      for (int pixel = from; pixel < from + block.width; pixel++) {
        if (target.mask().has(pixel)) {
          int at = target.at(pixel, block.sample);
          double sum = value;
          if (differences) {
            double before = type.get(page.samples(), at - type.bytes());
            sum = value == 0 ? before : Math.min(before + value, greatest);
          }
          type.set(page.samples(), at, sum);
        }
      }
    }
  }

  /** What the numbers in {@link BitStuffing#values} stand for. */
  private record Values(double offset, int count, boolean differences, double greatest) {}

  private void stuffed(Lerc2Header header, Lerc2Stream.Target target, Block block, Values values)
      throws IOException {
    int valid = target.mask().count(header.width(), block.x, block.y, block.width, block.height);
    boolean all = values.count == block.width * block.height;
    if (!all && values.count != valid) {
      throw new IOException("a block of another number of pixels");
    }
    if (block.sample >= target.wanted(header.depth())) {
      return;
    }
    double scale = 2 * header.maxError();
    boolean whole =
        header.type() == SampleType.UINT8
            && scale == 1
            && values.offset == Math.rint(values.offset)
            && values.greatest == Math.rint(values.greatest);
    if (whole && valid == values.count && all && !values.differences) {
      bytes(target, block, (int) values.offset, (int) values.greatest);
    } else {
      numbers(target, block, values, scale, all);
    }
  }

  /** What most blocks of imagery are, kept free of anything else. */
  private void bytes(Lerc2Stream.Target target, Block block, int offset, int greatest) {
    byte[] samples = target.page().samples();
    int[] numbers = stuffing.values();
    int step = target.step();
    int i = 0;
    for (int row = 0; row < block.height; row++) {
      int at = target.at((block.y + row) * target.page().width() + block.x, block.sample);
      for (int end = i + block.width; i < end; i++) {
        samples[at] = (byte) Math.min(offset + numbers[i], greatest);
        at += step;
      }
    }
  }

  private void numbers(
      Lerc2Stream.Target target, Block block, Values values, double scale, boolean all) {
    LercPage page = target.page();
    SampleType type = page.type();
    int[] numbers = stuffing.values();
    int i = 0;
    for (int row = 0; row < block.height; row++) {
      int from = (block.y + row) * page.width() + block.x;
      for (int pixel = from; pixel < from + block.width; pixel++) {
        boolean has = target.mask().has(pixel);
        if (has) {
          int at = target.at(pixel, block.sample);
          double value = values.offset + numbers[i] * scale;
          if (values.differences) {
            value += type.get(page.samples(), at - type.bytes());
          }
          type.set(page.samples(), at, Math.min(value, values.greatest));
        }
        i += has || all ? 1 : 0;
      }
    }
  }
}
