package org.coverscape.engine.imagery.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Streams that are not what they should be. */
class JpegDamageTest {
  private static final JpegStreams STREAMS = JpegStreams.of(40, 24, 3).sampled(2, 2);
  private final JpegDecoder decoder = new JpegDecoder(STREAMS.shape());
  private final byte[] target = new byte[STREAMS.shape().bytes()];

  private void assertFault(byte[] stream, Object what) {
    assertThrows(
        JpegException.class,
        () -> assertFalse(decoder.decode(stream, stream.length, true, target)),
        String.valueOf(what));
  }

  @Test
  void aStreamThatEndsEarlyIsAFault() throws IOException {
    byte[] stream = STREAMS.pack(STREAMS.picture(150));
    for (int length = 0; length < stream.length; length++) {
      assertFault(Arrays.copyOf(stream, length), length);
      int end = length;
      assertThrows(JpegException.class, () -> decoder.decode(stream, end, true, target));
    }
    assertTrue(decoder.decode(stream, stream.length, true, target));
  }

  @Test
  void whatBelongsToNothingIsAFault() throws IOException {
    byte[] stream = STREAMS.pack(STREAMS.picture(50));
    assertFault(Bytes.insert(stream, stream.length - 2, 1, 2), "bytes behind the scan");
    assertFault(Bytes.insert(stream, Bytes.find(stream, 0xFF, 0xDA), 1), "bytes before the scan");
    assertFault(Bytes.insert(stream, stream.length - 2, 0xFF, 0xD8), "a second start");
    byte[] filled = Bytes.insert(stream, stream.length - 2, 0xFF, 0xFF);
    assertTrue(decoder.decode(filled, filled.length, true, target), "a filler is not");
  }

  @Test
  void anotherShapeIsAFault() throws IOException {
    byte[] stream = STREAMS.pack(STREAMS.picture(50));
    int frame = Bytes.find(stream, 0xFF, 0xC0);
    for (int at : new int[] {5, 6, 7, 8, 9}) {
      byte[] other = stream.clone();
      other[frame + at] = (byte) 0xFF;
      assertFault(other, at);
      other[frame + at] = (byte) (stream[frame + at] ^ 1);
      assertFault(other, at);
    }
  }

  @Test
  void partsThatCannotBeAreFaults() throws IOException {
    byte[] stream = STREAMS.pack(STREAMS.picture(50));
    int frame = Bytes.find(stream, 0xFF, 0xC0);
    int scan = Bytes.find(stream, 0xFF, 0xDA);
    int codes = Bytes.find(stream, 0xFF, 0xC4);
    int steps = Bytes.find(stream, 0xFF, 0xDB);
    int[][] changes = {
      {frame + 3, 18},
      {frame + 11, 0},
      {frame + 11, 0x52},
      {frame + 12, 4},
      {scan + 4, 0},
      {scan + 4, 2},
      {scan + 4, 9},
      {scan + 5, 77},
      {scan + 6, 0x44},
      {codes + 4, 0x20},
      {codes + 4, 0x04},
      {codes + 5, 3},
      {codes + 3, 9},
      {steps + 4, 0x20},
      {steps + 4, 0x04},
      {steps + 3, 40}
    };
    for (int[] change : changes) {
      byte[] other = stream.clone();
      other[change[0]] = (byte) change[1];
      assertFault(other, Arrays.toString(change));
    }
    byte[] twice = Bytes.insert(stream, scan, 0xFF, 0xC0, 0, 2);
    assertFault(twice, "two frames");
  }

  /** Tables are kept from one stream to the next, but none of one that broke off. */
  @Test
  void stepsThatEndEarlyLeaveNothingBehind() throws IOException {
    byte[] stream = STREAMS.pack(STREAMS.picture(50));
    assertTrue(decoder.decode(stream, stream.length, true, target));
    byte[] wanted = target.clone();
    int steps = Bytes.find(stream, 0xFF, 0xDB);
    byte[] coarse = stream.clone();
    coarse[steps + 5] = (byte) (stream[steps + 5] + 40);
    assertTrue(decoder.decode(coarse, coarse.length, true, target));
    assertFalse(Arrays.equals(wanted, target));
    byte[] cut = stream.clone();
    cut[steps + 2] = 0;
    cut[steps + 3] = 2 + 1 + 10;
    assertFault(cut, "ten of the steps");
    assertTrue(decoder.decode(stream, stream.length, true, target));
    assertArrayEquals(wanted, target);
  }

  /** Whatever the bytes are, pixels come, or a fault. */
  @Test
  void damageDoesNoHarm() throws IOException {
    byte[] stream = STREAMS.restarting(2).pack(STREAMS.picture(100));
    Random random = new Random(5);
    int faults = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] other = stream.clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        other[2 + random.nextInt(stream.length - 2)] = (byte) random.nextInt(256);
      }
      try {
        decoder.decode(other, other.length, true, target);
      } catch (JpegException e) {
        faults++;
      }
    }
    assertTrue(faults > 2_000 && faults < 20_000, "faults: " + faults);
  }
}
