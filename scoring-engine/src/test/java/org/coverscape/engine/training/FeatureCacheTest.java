package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
  private static final float[] ONE = {1, -2.5f, Float.MIN_VALUE};
  private static final float[] TWO = {4, 5, 6};

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
      cache.put("one", ONE);
      cache.put("two", TWO);
    }
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  private static float[] row(FeatureRows rows, int number) {
    float[] row = new float[rows.width()];
    rows.copy(number, row);
    return row;
  }

  @Test
  void rowsComeInTheOrderOfTheirKeys() throws IOException {
    try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
      cache.put("three", new float[] {7, 8, 9});
      FeatureRows rows = cache.rows(List.of("three", "two", "one"));
      assertEquals(3, rows.count());
      assertArrayEquals(new float[] {7, 8, 9}, row(rows, 0));
      assertArrayEquals(TWO, row(rows, 1));
      assertArrayEquals(ONE, row(rows, 2));
    }
  }

  @Test
  void aTailThatWasCutOffIsDroppedAndComputedAgain() throws IOException {
    byte[] whole = Files.readAllBytes(file());
    for (int cut = 1; cut < 32; cut++) {
      Files.write(file(), Arrays.copyOf(whole, whole.length - cut));
      try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
        assertTrue(cache.contains("one"));
        assertFalse(cache.contains("two"));
        cache.put("two", TWO);
      }
      assertArrayEquals(whole, Files.readAllBytes(file()));
    }
  }

  @Test
  void aFileCutInItsHeadBeginsAnew() throws IOException {
    Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), 20));
    try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
      assertEquals(0, cache.size());
      cache.put("two", new float[] {1, 2});
      assertArrayEquals(new float[] {1, 2}, row(cache.rows(List.of("two")), 0));
    }
  }

  @Test
  void aDamagedRecordIsComputedAgain() throws IOException {
    byte[] bytes = Files.readAllBytes(file());
    bytes[32 + 17] ^= 1;
    Files.write(file(), bytes);
    try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
      assertFalse(cache.contains("one"));
      assertTrue(cache.contains("two"));
      cache.put("one", ONE);
      assertArrayEquals(ONE, row(cache.rows(List.of("two", "one")), 1));
    }
  }

  @Test
  void featurizersDoNotMix() throws IOException {
    try (FeatureCache other = FeatureCache.open(folder, "net:2")) {
      assertEquals(0, other.size());
      other.put("one", new float[] {9});
    }
    try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
      assertEquals(3, cache.width());
      String said =
          assertThrows(IOException.class, () -> cache.put("x", new float[] {1})).getMessage() + "";
      assertTrue(said.contains("1 features") && said.endsWith("."), said);
    }
  }

  @Test
  void anotherRunIsKeptOut() throws IOException {
    try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
      assertEquals(2, cache.size());
      assertThrows(IOException.class, () -> FeatureCache.open(folder, "net:1").close());
    }
  }

  @Test
  void aStrangersFileIsLeftAlone() throws IOException {
    byte[] strange =
        "something else, and long enough to be a head"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Files.write(file(), strange);
    assertThrows(IOException.class, () -> FeatureCache.open(folder, "net:1").close());
    assertArrayEquals(strange, Files.readAllBytes(file()));
  }
}
