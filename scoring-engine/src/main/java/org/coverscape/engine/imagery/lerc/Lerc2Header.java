package org.coverscape.engine.imagery.lerc;

import java.io.IOException;

/**
 * What stands before the mask of a LERC 2 stream.
 *
 * @param version 1 to 6
 * @param height rows
 * @param width columns
 * @param depth samples of a pixel
 * @param valid pixels that have values
 * @param blockSize pixels along a side of the blocks that are packed by themselves
 * @param length bytes of the stream, this header among them
 * @param type of the samples
 * @param maxError by how much samples may be off; 0.5 is none for whole numbers
 * @param min least value
 * @param max greatest value
 */
record Lerc2Header(
    int version,
    int height,
    int width,
    int depth,
    int valid,
    int blockSize,
    int length,
    SampleType type,
    double maxError,
    double min,
    double max) {
  /** How a stream begins. */
  static final String KEY = "Lerc2 ";

  private static final int LATEST = 6;
  private static final int WITH_CHECKSUM = 3;
  private static final int WITH_DEPTH = 4;
  private static final int MOST_BLOCK = 256;

  /** Reads it, and checks the stream's length and checksum. */
  static Lerc2Header read(LercInput in) throws IOException {
    int start = in.position();
    in.skip(KEY.length());
    int version = in.int32();
    if (version < 1 || version > LATEST) {
      throw new IOException("LERC 2 of version " + version);
    }
    int checksum = version >= WITH_CHECKSUM ? in.int32() : 0;
    int summed = in.position();
    int height = in.int32();
    int width = in.int32();
    int depth = version >= WITH_DEPTH ? in.int32() : 1;
    int valid = in.int32();
    int blockSize = in.int32();
    int length = in.int32();
    SampleType type =
        SampleType.ofCode(in.int32()).orElseThrow(() -> new IOException("samples of no type"));
    in.skip(version >= LATEST ? 8 : 0);
    double maxError = in.float64();
    double min = in.float64();
    double max = in.float64();
    in.skip(version >= LATEST ? 16 : 0);
    if (length < in.position() - start || length > in.end() - start) {
      throw new IOException("a LERC stream of another length than it says");
    }
    if (version >= WITH_CHECKSUM && Fletcher.sum(in.array(), summed, start + length) != checksum) {
      throw new IOException("the checksum of a LERC stream is wrong");
    }
    return new Lerc2Header(
            version, height, width, depth, valid, blockSize, length, type, maxError, min, max)
        .checked();
  }

  private Lerc2Header checked() throws IOException {
    if (height < 1
        || width < 1
        || depth < 1
        || blockSize < 1
        || blockSize > MOST_BLOCK
        || valid < 0
        || valid > (long) height * width) {
      throw new IOException("a LERC stream of no size");
    }
    if (!(maxError >= 0) || Double.isInfinite(maxError)) {
      throw new IOException("a LERC stream of no precision");
    }
    return this;
  }

  /** How bits of whole numbers are ordered. */
  boolean lowestFirst() {
    return version >= 3;
  }

  /** Whether each band has a least and a greatest value of its own. */
  boolean hasRanges() {
    return version >= WITH_DEPTH;
  }

  /** Whether the samples may be packed by a code for bytes, as a flag then tells. */
  boolean mayBeCoded() {
    boolean bytes = type.bytes() == 1 && version >= 2 && maxError == 0.5;
    return bytes || (type.isFloating() && version >= LATEST && maxError == 0);
  }
}
