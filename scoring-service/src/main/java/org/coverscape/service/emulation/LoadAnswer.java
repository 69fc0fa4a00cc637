package org.coverscape.service.emulation;

import com.google.protobuf.ByteOutput;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.ModelOutput;

/**
 * Scores that tell which bytes they answer for: six probabilities from the CRC-32C of an image as
 * it was received, so that a client that mixes up its chips is found out. They mean nothing else.
 *
 * <p>Each is a multiple of 2⁻¹⁶, so floats hold them exactly; one is at least 0.5, and together
 * they are at most 1.
 */
public final class LoadAnswer {
  /** What services with such answers call their model. */
  public static final ModelIdentity IDENTITY = new ModelIdentity("load", 1);

  private static final int CLASSES = 6;
  private static final int CELLS = ModelOutput.CELLS_ACROSS * ModelOutput.CELLS_ACROSS;
  private static final int UNIT = 1 << 16;
  private static final int HALF = UNIT / 2;

  private LoadAnswer() {}

  /** The scores for an image's bytes: the whole file, or the chip's part of a tensor. */
  public static float[] scores(byte[] image) {
    CRC32C crc = new CRC32C();
    crc.update(image);
    return scores((int) crc.getValue());
  }

  /** The same, without copying them. */
  public static float[] scores(ByteString image) {
    return scores(checksum(image));
  }

  private static int checksum(ByteString image) {
    CRC32C crc = new CRC32C();
    try {
      UnsafeByteOperations.unsafeWriteTo(image, new IntoChecksum(crc));
    } catch (IOException e) {
      throw new UncheckedIOException("a checksum does not fail", e);
    }
    return (int) crc.getValue();
  }

  /** How many numbers there are for a chip. */
  static int width(ModelOutput output) {
    return switch (output) {
      case SCORES -> CLASSES;
      case DENSE -> CELLS * CLASSES;
      case FEATURES -> 0;
    };
  }

  /** The numbers of an output, without copying the bytes. */
  static float[] of(ByteString image, ModelOutput output) {
    return output == ModelOutput.DENSE ? dense(image) : scores(image);
  }

  /** Scores for each cell, all different: those of a chip whose checksum is so much more. */
  private static float[] dense(ByteString image) {
    int crc = checksum(image);
    float[] cells = new float[CELLS * CLASSES];
    for (int i = 0; i < CELLS; i++) {
      System.arraycopy(scores(crc + i), 0, cells, i * CLASSES, CLASSES);
    }
    return cells;
  }

  private static float[] scores(int crc) {
    long bits = mixed(crc);
    int winner = (int) Long.remainderUnsigned(bits, CLASSES);
    int most = HALF + (int) (bits >>> 49); // the upper 15 bits: a half to almost one
    int rest = UNIT - most;
    float[] scores = new float[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      int share = (int) (bits >>> 8 * i & 0xff);
      int units = i == winner ? most : rest * share / (256 * (CLASSES - 1));
      scores[i] = units / (float) UNIT;
    }
    return scores;
  }

  /** The finishing steps of SplitMix64 (Steele, Lea and Flood, 2014), which spread 32 bits. */
  private static long mixed(int crc) {
    long z = (crc & 0xffffffffL) + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  private static final class IntoChecksum extends ByteOutput {
    private final CRC32C crc;

    IntoChecksum(CRC32C crc) {
      this.crc = crc;
    }

    @Override
    public void write(byte value) {
      crc.update(value);
    }

    @Override
    public void write(byte[] value, int offset, int length) {
      crc.update(value, offset, length);
    }

    @Override
    public void writeLazy(byte[] value, int offset, int length) {
      crc.update(value, offset, length);
    }

    @Override
    public void write(ByteBuffer value) {
      crc.update(value.duplicate());
    }

    @Override
    public void writeLazy(ByteBuffer value) {
      crc.update(value.duplicate());
    }
  }
}
