package org.coverscape.service.emulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.coverscape.service.image.TestImages;
import org.coverscape.service.model.ModelOutput;
import org.junit.jupiter.api.Test;

class LoadAnswerTest {
  @Test
  void scoresAreProbabilitiesThatFloatsHoldExactly() {
    Set<String> seen = new HashSet<>();
    int[] winners = new int[6];
    for (int i = 0; i < 2000; i++) {
      float[] scores = LoadAnswer.scores(("chip " + i).getBytes(StandardCharsets.UTF_8));
      float sum = 0;
      int winner = 0;
      for (int k = 0; k < scores.length; k++) {
        assertTrue(scores[k] >= 0 && scores[k] < 1);
        assertEquals(0, scores[k] * 65536 % 1);
        sum += scores[k];
        winner = scores[k] > scores[winner] ? k : winner;
      }
      assertTrue(sum <= 1, "together " + sum);
      assertTrue(scores[winner] >= 0.5f);
      winners[winner]++;
      seen.add(Arrays.toString(scores));
    }
    assertEquals(2000, seen.size());
    for (int count : winners) {
      assertTrue(count > 250, Arrays.toString(winners));
    }
  }

  @Test
  void theFormOfTheBytesDoesNotMatter() {
    byte[] file = TestImages.storedPng(TestImages.noise(3));
    float[] scores = LoadAnswer.scores(file);
    assertArrayEquals(scores, LoadAnswer.scores(ByteString.copyFrom(file)));
    ByteString rope =
        ByteString.copyFrom(file, 0, 70_000)
            .concat(ByteString.copyFrom(file, 70_000, file.length - 70_000));
    assertArrayEquals(scores, LoadAnswer.scores(rope));
  }

  @Test
  void theScoresOfSomeBytesAreFixed() {
    // other programs compare with them: they may not change between versions
    assertEquals(
        "[0.93185425, 0.009994507, 0.0054779053, 0.009475708, 0.0061187744, 0.006866455]",
        Arrays.toString(LoadAnswer.scores("123456789".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void everyCellOfADenseAnswerHasScoresOfItsOwn() {
    byte[] file = TestImages.storedPng(TestImages.noise(3));
    float[] cells = LoadAnswer.of(ByteString.copyFrom(file), ModelOutput.DENSE);
    assertEquals(LoadAnswer.width(ModelOutput.DENSE), cells.length);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < cells.length; i += 6) {
      seen.add(Arrays.toString(Arrays.copyOfRange(cells, i, i + 6)));
    }
    assertEquals(49, seen.size());
    assertArrayEquals(LoadAnswer.scores(file), Arrays.copyOf(cells, 6));
  }
}
