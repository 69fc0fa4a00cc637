package org.coverscape.engine.imagery.mrf;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.coverscape.engine.imagery.lerc.LercFuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Damaged MRFs: whatever is wrong, the answer is pixels or one sentence. Each input follows from a
 * seed; {@code -Dcoverscape.fuzz=300000} reads so many of them.
 */
class MrfFuzzTest {
  /** Something that reads damaged input. */
  private interface Reading {
    void read(byte[] input) throws IOException;
  }

  private static int refused(List<byte[]> seeds, Reading reading, int from, int to, boolean plain) {
    int refused = 0;
    for (int i = from; i < to; i++) {
      byte[] input = damaged(seeds, new Random(i * 0x9E37_79B9_7F4A_7C15L));
      try {
        reading.read(input);
      } catch (IOException e) {
        refused++;
        String sentence = String.valueOf(e.getMessage());
        assertTrue(!plain || sentence.endsWith("."), "input " + i + ": " + sentence);
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        throw new AssertionError("input " + i, e);
      }
    }
    return refused;
  }

  private static byte[] damaged(List<byte[]> seeds, Random random) {
    byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
    for (int k = random.nextInt(5); k >= 0; k--) {
      int at = random.nextInt(input.length);
      switch (random.nextInt(6)) {
        case 0 -> input[at] = (byte) random.nextInt();
        case 1 -> input[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> input[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
        case 3 -> input[at] = (byte) ('0' + random.nextInt(10));
        case 4 -> {
          int count = Math.min(random.nextInt(24), input.length - at);
          System.arraycopy(input, random.nextInt(input.length - count + 1), input, at, count);
        }
        default -> input = random.nextInt(4) > 0 ? input : Arrays.copyOf(input, at + 1);
      }
    }
    return input;
  }

  @Test
  void wholeOnesAreRead() throws IOException {
    MrfFuzz fuzz = new MrfFuzz();
    int scored = 0;
    for (byte[] seed : fuzz.seeds()) {
      try {
        fuzz.read(seed);
        scored++;
      } catch (IOException e) {
        String sentence = String.valueOf(e.getMessage());
        assertTrue(sentence.contains("Coverscape scores"), sentence);
      }
    }
    assertTrue(scored >= 10, "scored " + scored);
  }

  @Test
  void damagedOnesDoNoHarm() {
    MrfFuzz fuzz = new MrfFuzz();
    int refused = refused(fuzz.seeds(), fuzz::read, 0, 4_000, true);
    assertTrue(refused > 400 && refused < 4_000, "refused " + refused);
  }

  @Test
  @EnabledIfSystemProperty(named = "coverscape.fuzz", matches = "\\d+")
  void manyDamagedOnesDoNoHarm() {
    int count = Integer.getInteger("coverscape.fuzz", 0);
    MrfFuzz mrf = new MrfFuzz();
    int refused = refused(mrf.seeds(), mrf::read, 0, count, true);
    LercFuzz lerc = new LercFuzz();
    int refusedStreams = refused(lerc.seeds(), lerc::read, 0, count, false);
    System.getLogger("fuzz")
        .log(
            System.Logger.Level.INFO,
            "refused " + refused + " files and " + refusedStreams + " streams of " + count);
    assertTrue(refused > 0 && refusedStreams > 0);
  }
}
