package org.coverscape.engine.imagery.jpeg;

import java.util.Arrays;
import java.util.Optional;

/**
 * The tables of a stream (ITU-T T.81, B.2.4). They are only noted where they stand, and made fit
 * for use when a scan asks for them: a stream may bring any number. What is made is kept for the
 * next stream, which mostly brings the same.
 */
final class Tables {
  private static final int KINDS = 2;
  private static final int PLACES = 4;
  private static final int LENGTHS = 16;
  private static final int COEFFICIENTS = 64;

  /** Coefficients that a Huffman table is for. */
  enum Kind {
    FIRST,
    REST
  }

  private final HuffmanTable[] huffman = new HuffmanTable[KINDS * PLACES];
  private final int[] huffmanFrom = new int[KINDS * PLACES];
  private final int[] huffmanCount = new int[KINDS * PLACES];
  private final int[][] steps = new int[PLACES][];
  private final float[][] scaled = new float[PLACES][];
  private final boolean[] hasSteps = new boolean[PLACES];
  private byte[] stored = {};

  Tables() {
    Arrays.setAll(huffman, i -> new HuffmanTable());
    Arrays.setAll(steps, i -> new int[COEFFICIENTS]);
    Arrays.setAll(scaled, i -> new float[COEFFICIENTS]);
  }

  /** Forgets the tables of the stream before. */
  void begin(byte[] next) {
    stored = next;
    Arrays.fill(huffmanCount, 0);
    Arrays.fill(hasSteps, false);
  }

  /** Takes the tables of a segment; one of another kind is left alone. */
  void take(Segments in, int marker) throws JpegException {
    if (marker == Marker.HUFFMAN_TABLES) {
      takeHuffman(in);
    } else if (marker == Marker.STEPS) {
      takeSteps(in);
    }
  }

  private void takeHuffman(Segments in) throws JpegException {
    while (in.left() > 0) {
      int head = in.take();
      if (head >> 4 >= KINDS || (head & 15) >= PLACES) {
        throw new JpegException("a Huffman table for no place");
      }
      int place = (head >> 4) * PLACES + (head & 15);
      huffmanFrom[place] = in.position();
      int count = LENGTHS;
      for (int i = 0; i < LENGTHS; i++) {
        count += in.take();
      }
      in.skip(count - LENGTHS);
      huffmanCount[place] = count;
    }
  }

  private void takeSteps(Segments in) throws JpegException {
    int[] next = new int[COEFFICIENTS];
    while (in.left() > 0) {
      int head = in.take();
      int place = head & 15;
      if (head >> 4 > 1 || place >= PLACES) {
        throw new JpegException("quantisation steps for no place");
      }
      for (int k = 0; k < COEFFICIENTS; k++) {
        next[k] = head >> 4 == 0 ? in.take() : in.take16();
      }
      // a table that broke off must not count as known
      if (!Arrays.equals(next, steps[place])) {
        scaled[place] = InverseCosine.scaled(next);
        System.arraycopy(next, 0, steps[place], 0, COEFFICIENTS);
      }
      hasSteps[place] = true;
    }
  }

  /** A Huffman table; empty where the stream has brought none for its place. */
  Optional<HuffmanTable> huffman(Kind kind, int place) throws JpegException {
    int index = kind.ordinal() * PLACES + place;
    if (huffmanCount[index] == 0) {
      return Optional.empty();
    }
    HuffmanTable table = huffman[index];
    table.define(stored, huffmanFrom[index], huffmanCount[index]);
    if (kind == Kind.FIRST && table.most() > 15) {
      throw new JpegException("a Huffman table for other coefficients");
    }
    return Optional.of(table);
  }

  /** Steps by place, fit for {@link InverseCosine}; empty where there are none. */
  Optional<float[]> steps(int place) {
    return hasSteps[place] ? Optional.of(scaled[place]) : Optional.empty();
  }
}
