package org.coverscape.engine.imagery.jpeg;

import java.util.Arrays;

/**
 * The inverse cosine transform of 8 × 8 coefficients (ITU-T T.81, A.3.3) in floating point:
 * columns, then rows, each with five multiplications, after the flow graph of Y. Arai, T. Agui and
 * M. Nakajima, <i>A fast DCT-SQ scheme for images</i>, Transactions of the IEICE E71 (1988), run
 * backwards. The factors that the graph leaves out are in the quantisation steps.
 *
 * <p>Sums that lie in the middle between two numbers become the even one. T.81 does not say; it is
 * what the decoders that most files are compared with do, and blocks of one value meet it often.
 */
final class InverseCosine {
  private static final float ROOT = (float) Math.sqrt(2);
  private static final float C2 = (float) (2 * Math.cos(Math.PI / 8));
  private static final float DIFFERENCE =
      (float) (2 * (Math.cos(Math.PI / 8) - Math.cos(3 * Math.PI / 8)));
  private static final float SUM =
      (float) (2 * (Math.cos(Math.PI / 8) + Math.cos(3 * Math.PI / 8)));

  /** Added to a sum it leaves no room for anything behind the point; 128 is the level shift. */
  private static final float ROUNDING = 3 << 22;

  private static final int ROUNDED = Float.floatToRawIntBits(ROUNDING) - 128;
  private static final long COLUMN = 0x0101_0101_0101_0101L;

  private InverseCosine() {}

  /**
   * Makes the steps of a table fit for the flow graph.
   *
   * @param steps 64 quantisation steps in the order of the stream
   */
  static float[] scaled(int[] steps) {
    float[] scaled = new float[64];
    for (int k = 0; k < 64; k++) {
      int index = ZigZag.INDEX[k];
      scaled[k] = (float) (steps[k] * scale(index / 8) * scale(index % 8) / 8);
    }
    return scaled;
  }

  private static double scale(int frequency) {
    return frequency == 0 ? 1 : Math.sqrt(2) * Math.cos(frequency * Math.PI / 16);
  }

  /**
   * Transforms a block.
   *
   * @param block the coefficients times the scaled steps, row by row; made zero again
   * @param filled which of them are not zero, a bit each; the first does not count
   * @param to index of the first sample
   * @param stride samples from a row to the next
   */
  static void transform(float[] block, long filled, byte[] samples, int to, int stride) {
    if (filled == 0) {
      flat(clamped(rounded(block[0])), samples, to, stride);
      block[0] = 0;
      return;
    }
    long columns = filled | 1;
    for (int i = 0; i < 8; i++) {
      long column = columns >>> i & COLUMN;
      if (column > 1) {
        column(block, i);
      } else if (column == 1) {
        spread(block, i);
      }
    }
    for (int i = 0; i < 8; i++) {
      row(block, 8 * i, samples, to + i * stride);
    }
    Arrays.fill(block, 0);
  }

  private static void flat(byte value, byte[] samples, int to, int stride) {
    for (int i = 0, at = to; i < 8; i++, at += stride) {
      Arrays.fill(samples, at, at + 8, value);
    }
  }

  private static void spread(float[] block, int i) {
    float value = block[i];
    for (int at = i + 8; at < 64; at += 8) {
      block[at] = value;
    }
  }

  private static void column(float[] block, int i) {
    float in0 = block[i];
    float in1 = block[i + 8];
    float in2 = block[i + 16];
    float in3 = block[i + 24];
    float in4 = block[i + 32];
    float in5 = block[i + 40];
    float in6 = block[i + 48];
    float in7 = block[i + 56];
    float sum04 = in0 + in4;
    float difference04 = in0 - in4;
    float sum26 = in2 + in6;
    float turned26 = (in2 - in6) * ROOT - sum26;
    float even0 = sum04 + sum26;
    float even3 = sum04 - sum26;
    float even1 = difference04 + turned26;
    float even2 = difference04 - turned26;
    float sum53 = in5 + in3;
    float difference53 = in5 - in3;
    float sum17 = in1 + in7;
    float difference17 = in1 - in7;
    float odd0 = sum17 + sum53;
    float turned = (difference53 + difference17) * C2;
    float odd1 = turned - difference53 * SUM - odd0;
    float odd2 = (sum17 - sum53) * ROOT - odd1;
    float odd3 = turned - difference17 * DIFFERENCE - odd2;
    block[i] = even0 + odd0;
    block[i + 56] = even0 - odd0;
    block[i + 8] = even1 + odd1;
    block[i + 48] = even1 - odd1;
    block[i + 16] = even2 + odd2;
    block[i + 40] = even2 - odd2;
    block[i + 24] = even3 + odd3;
    block[i + 32] = even3 - odd3;
  }

  private static void row(float[] block, int from, byte[] samples, int to) {
    float in1 = block[from + 1];
    float in2 = block[from + 2];
    float in3 = block[from + 3];
    float in5 = block[from + 5];
    float in6 = block[from + 6];
    float in7 = block[from + 7];
    float sum04 = block[from] + block[from + 4];
    float difference04 = block[from] - block[from + 4];
    float sum26 = in2 + in6;
    float turned26 = (in2 - in6) * ROOT - sum26;
    float even0 = sum04 + sum26;
    float even3 = sum04 - sum26;
    float even1 = difference04 + turned26;
    float even2 = difference04 - turned26;
    float sum53 = in5 + in3;
    float difference53 = in5 - in3;
    float sum17 = in1 + in7;
    float difference17 = in1 - in7;
    float odd0 = sum17 + sum53;
    float turned = (difference53 + difference17) * C2;
    float odd1 = turned - difference53 * SUM - odd0;
    float odd2 = (sum17 - sum53) * ROOT - odd1;
    float odd3 = turned - difference17 * DIFFERENCE - odd2;
    samples[to] = clamped(rounded(even0 + odd0));
    samples[to + 1] = clamped(rounded(even1 + odd1));
    samples[to + 2] = clamped(rounded(even2 + odd2));
    samples[to + 3] = clamped(rounded(even3 + odd3));
    samples[to + 4] = clamped(rounded(even3 - odd3));
    samples[to + 5] = clamped(rounded(even2 - odd2));
    samples[to + 6] = clamped(rounded(even1 - odd1));
    samples[to + 7] = clamped(rounded(even0 - odd0));
  }

  /** The nearest whole number, with the level shift; a wrong one beyond four million. */
  private static int rounded(float value) {
    return Float.floatToRawIntBits(value + ROUNDING) - ROUNDED;
  }

  private static byte clamped(int value) {
    return (byte) ((value & ~255) == 0 ? value : ~value >> 31);
  }
}
