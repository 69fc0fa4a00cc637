package org.coverscape.engine.imagery.lerc;

import java.io.IOException;

/**
 * Unpacks streams of LERC 2, versions 1 to 6 (Lerc ByteStream Specification, Esri). Keeps its
 * buffers; not thread-safe.
 */
final class Lerc2Stream {
  private static final int TILES = 0;
  private static final int DIFFERENCES = 1;
  private static final int PLAIN = 2;
  private static final int FLOATS = 3;

  private final BitStuffing stuffing = new BitStuffing();
  private final CodedBytes coded = new CodedBytes();
  private final Lerc2Tiles tiles = new Lerc2Tiles(stuffing);
  private final FloatPlanes planes = new FloatPlanes(coded, stuffing);

  /**
   * Unpacks a stream.
   *
   * @param in at its first byte; it is passed over
   * @param previous the mask of the stream before, which this one may share
   * @return the mask
   */
  ValidMask read(LercInput in, Lerc2Header header, LercPage page, int band, ValidMask previous)
      throws IOException {
    check(header, page, band);
    ValidMask mask = mask(in, header, previous);
    if (mask.valid() > 0) {
      samples(in, header, new Target(page, band, mask));
    }
    page.fill(mask, band, header.depth());
    return mask;
  }

  /**
   * Where samples go.
   *
   * @param first the band that the stream's first sample of a pixel is
   */
  record Target(LercPage page, int first, ValidMask mask) {
    /** Index of the first byte of a sample. */
    int at(int pixel, int sample) {
      return page.at(pixel, first + sample);
    }

    /** How many of a stream's samples are needed, the first ones. */
    int wanted(int depth) {
      return Math.max(0, Math.min(depth, page.wanted() - first));
    }

    /** Bytes from a pixel to the next. */
    int step() {
      return page.bands() * page.type().bytes();
    }
  }

  private static void check(Lerc2Header header, LercPage page, int band) throws IOException {
    if (header.width() != page.width()
        || header.height() != page.height()
        || header.depth() > page.bands() - band
        || header.type() != page.type()) {
      throw new IOException("a LERC stream of another size or type than its page");
    }
  }

  private static ValidMask mask(LercInput in, Lerc2Header header, ValidMask previous)
      throws IOException {
    int pixels = header.width() * header.height();
    int bytes = in.int32();
    ValidMask mask;
    if (bytes > 0) {
      mask = ValidMask.read(in.part(bytes), pixels);
    } else if (header.valid() == 0 || header.valid() == pixels) {
      mask = ValidMask.uniform(pixels, header.valid() > 0);
    } else {
      mask = previous;
    }
    if (bytes < 0 || mask.valid() != header.valid()) {
      throw new IOException("a mask of another number of pixels");
    }
    return mask;
  }

  private void samples(LercInput in, Lerc2Header header, Target target) throws IOException {
    double[] least = all(header.depth(), header.min());
    double[] greatest = all(header.depth(), header.max());
    if (header.min() == header.max()) {
      constant(header, target, least);
      return;
    }
    if (header.hasRanges()) {
      least = numbers(in, header);
      greatest = numbers(in, header);
      if (java.util.Arrays.equals(least, greatest)) {
        constant(header, target, least);
        return;
      }
    }
    if (in.unsignedByte() != 0) {
      asTheyAre(in, header, target);
      return;
    }
    int mode = header.mayBeCoded() ? in.unsignedByte() : TILES;
    if (mode == TILES) {
      tiles.read(in, header, target, greatest);
    } else if (header.type().isFloating() && mode == FLOATS) {
      planes.read(in, header, target);
    } else if (header.type().bytes() == 1 && mode == DIFFERENCES) {
      differences(in, header, target);
    } else if (header.type().bytes() == 1 && mode == PLAIN && header.version() >= 4) {
      plain(in, header, target);
    } else {
      throw new IOException("a LERC stream packed in no known way");
    }
  }

  private static double[] all(int depth, double value) {
    double[] values = new double[depth];
    java.util.Arrays.fill(values, value);
    return values;
  }

  private static double[] numbers(LercInput in, Lerc2Header header) throws IOException {
    double[] numbers = new double[header.depth()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.number(header.type());
    }
    return numbers;
  }

  private static void constant(Lerc2Header header, Target target, double[] values) {
    LercPage page = target.page();
    for (int pixel = 0; pixel < page.pixels(); pixel++) {
      for (int sample = 0; sample < header.depth(); sample++) {
        page.type().set(page.samples(), target.at(pixel, sample), values[sample]);
      }
    }
  }

  private static void asTheyAre(LercInput in, Lerc2Header header, Target target)
      throws IOException {
    int bytes = header.depth() * header.type().bytes();
    for (int pixel = 0; pixel < target.page().pixels(); pixel++) {
      if (target.mask().has(pixel)) {
        in.check(bytes);
        System.arraycopy(
            in.array(), in.position(), target.page().samples(), target.at(pixel, 0), bytes);
        in.skip(bytes);
      }
    }
  }

  /** What is added to a symbol: codes of signed bytes begin with −128. */
  private static int plus(Lerc2Header header) {
    return header.type() == SampleType.INT8 ? -128 : 0;
  }

  private void differences(LercInput in, Lerc2Header header, Target target) throws IOException {
    coded.begin(in, header.lowestFirst(), stuffing);
    for (int sample = 0; sample < target.wanted(header.depth()); sample++) {
      if (target.mask().isFull()) {
        rows(header, target, sample);
      } else {
        masked(header, target, sample);
      }
    }
  }

  /** The first pixel of a row is told by the one above it, any other by the one before. */
  private void rows(Lerc2Header header, Target target, int sample) throws IOException {
    byte[] samples = target.page().samples();
    int step = target.step();
    for (int y = 0; y < header.height(); y++) {
      int at = target.at(y * header.width(), sample);
      int before = y == 0 ? 0 : samples[at - header.width() * step];
      coded.sums(samples, at, step, header.width(), before, plus(header));
    }
  }

  private void masked(Lerc2Header header, Target target, int sample) throws IOException {
    byte[] samples = target.page().samples();
    ValidMask mask = target.mask();
    int width = header.width();
    int before = 0;
    for (int pixel = 0; pixel < target.page().pixels(); pixel++) {
      if (mask.has(pixel)) {
        int x = pixel % width;
        boolean above =
            (x == 0 || !mask.has(pixel - 1)) && pixel >= width && mask.has(pixel - width);
        int from = above ? samples[target.at(pixel - width, sample)] : before;
        before = (byte) (from + coded.one() + plus(header));
        samples[target.at(pixel, sample)] = (byte) before;
      }
    }
  }

  private void plain(LercInput in, Lerc2Header header, Target target) throws IOException {
    coded.begin(in, header.lowestFirst(), stuffing);
    byte[] samples = target.page().samples();
    for (int pixel = 0; pixel < target.page().pixels(); pixel++) {
      if (target.mask().has(pixel)) {
        coded.plain(samples, target.at(pixel, 0), header.depth(), plus(header));
      }
    }
  }
}
