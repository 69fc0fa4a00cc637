package org.coverscape.engine.imagery.jpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Streams as damaged input, behind four bytes: width and height less one, components, and whether
 * they are brightness and tint.
 */
public final class JpegFuzz {
  private static final int HEAD = 4;

  /** Whole streams of every form that is unpacked, and one that is left alone. */
  public List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (int components : new int[] {1, 3, 4}) {
      seeds.add(seed(JpegStreams.of(40, 33, components), 1));
      seeds.add(seed(JpegStreams.of(17, 9, components).restarting(1).quality(60), 0));
    }
    for (int[] factors : new int[][] {{1, 1}, {2, 1}, {1, 2}, {2, 2}}) {
      JpegStreams streams = JpegStreams.of(50, 39, 3).sampled(factors[0], factors[1]);
      seeds.add(seed(streams.quality(30), 1));
      seeds.add(seed(streams.restarting(3), 1));
      seeds.add(seed(streams.quality(99), 0));
    }
    seeds.add(seed(JpegStreams.of(256, 256, 3).sampled(2, 2), 1));
    return seeds;
  }

  private static byte[] seed(JpegStreams streams, int ycbcr) throws IOException {
    byte[] stream = streams.pack(streams.picture(120));
    JpegShape shape = streams.shape();
    return Bytes.insert(
        stream, 0, shape.width() - 1, shape.height() - 1, shape.components(), ycbcr);
  }

  /**
   * Unpacks such a stream.
   *
   * @throws IOException when it is damaged, or of a form that is left alone
   */
  public void read(byte[] input) throws IOException {
    if (input.length < HEAD) {
      throw new IOException("It is too short.");
    }
    int components = 1 + (input[2] - 1 & 3);
    JpegShape shape = new JpegShape(1 + (input[0] & 255), 1 + (input[1] & 255), components);
    byte[] stream = new byte[input.length - HEAD];
    ByteBuffer.wrap(input).get(HEAD, stream);
    try {
      byte[] target = new byte[shape.bytes()];
      if (!new JpegDecoder(shape).decode(stream, stream.length, input[3] != 0, target)) {
        throw new IOException("It is of another form.");
      }
    } catch (JpegException e) {
      throw new IOException("A page is damaged.", e);
    }
  }
}
