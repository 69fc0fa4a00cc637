package org.coverscape.engine.imagery.lerc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** LERC against what its own library makes of it. */
class LercDecoderTest {
  private final LercDecoder decoder = new LercDecoder();

  private static LercSample named(String start) {
    return LercSample.all().stream()
        .filter(sample -> sample.name().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyKindIsUnpackedToTheLastBit() throws IOException {
    List<LercSample> samples = LercSample.all();
    assertTrue(samples.size() > 60);
    for (LercSample sample : samples) {
      LercPage page = sample.page(sample.bands());
      decoder.decode(sample.stream(), sample.stream().length, page);
      assertTrue(sample.isIn(page), sample.name());
    }
  }

  @Test
  void theSamplesAreOfAllVersions() throws IOException {
    for (int version = 2; version <= 6; version++) {
      assertTrue(LercSample.all().toString().contains("-v" + version + "-"), "v" + version);
    }
    LercSample first = named("first-lerc1");
    LercDecoder.Info info = LercDecoder.Info.of(first.stream(), first.stream().length);
    assertEquals(new LercDecoder.Info(first.width(), first.height(), 1, SampleType.FLOAT32), info);
  }

  @Test
  void bandsThatAreNotWantedAreNotNeeded() throws IOException {
    for (String name : List.of("rgbn-v4", "rgbn-v6", "bands-v4", "rgb-tiles-v5")) {
      LercSample sample = named(name);
      LercPage all = sample.page(sample.bands());
      decoder.decode(sample.stream(), sample.stream().length, all);
      int wanted = sample.bands() - 1;
      LercPage some = sample.page(wanted);
      decoder.decode(sample.stream(), sample.stream().length, some);
      for (int at = 0; at < all.samples().length; at += sample.bands()) {
        assertArrayEquals(
            Arrays.copyOfRange(all.samples(), at, at + wanted),
            Arrays.copyOfRange(some.samples(), at, at + wanted),
            name);
      }
    }
  }

  @Test
  void maskedPixelsGetNoData() throws IOException {
    LercSample sample = named("nothing");
    byte[] samples = new byte[sample.width() * sample.height()];
    double[] noData = {7};
    LercPage page =
        new LercPage(samples, sample.type(), sample.width(), sample.height(), 1, 1, noData);
    decoder.decode(sample.stream(), sample.stream().length, page);
    for (byte each : samples) {
      assertEquals(7, each);
    }
  }

  @Test
  void aStreamCutAnywhereIsRefused() {
    for (String name : List.of("bytes-v2", "rgbn-v4", "exact-v6", "masked-v3", "first-masked")) {
      LercSample sample = named(name);
      int needed = name.startsWith("first") ? sample.stream().length - 3 : sample.stream().length;
      for (int length = 0; length < needed; length += 7) {
        int cut = length;
        assertThrows(
            IOException.class,
            () -> decoder.decode(sample.stream(), cut, sample.page(sample.bands())),
            name + " cut to " + cut);
      }
    }
  }

  @Test
  void aWrongChecksumIsRefused() {
    LercSample sample = named("bytes-v4");
    byte[] damaged = sample.stream().clone();
    damaged[damaged.length / 2] ^= 4;
    IOException fault =
        assertThrows(
            IOException.class, () -> decoder.decode(damaged, damaged.length, sample.page(1)));
    assertEquals("the checksum of a LERC stream is wrong", fault.getMessage());
  }

  @Test
  void aStreamOfAnotherSizeOrTypeThanItsPageIsRefused() {
    LercSample sample = named("bytes-v2");
    for (SampleType type : List.of(SampleType.UINT8, SampleType.INT16)) {
      int width = sample.width() + (type == SampleType.UINT8 ? 1 : 0);
      LercPage page =
          new LercPage(new byte[1 << 16], type, width, sample.height(), 1, 1, new double[1]);
      assertThrows(
          IOException.class, () -> decoder.decode(sample.stream(), sample.stream().length, page));
    }
  }

  /** Whatever is wrong, the answer is samples or an {@link IOException}. */
  @Test
  void damagedStreamsDoNoHarm() {
    LercFuzz fuzz = new LercFuzz();
    List<byte[]> seeds = fuzz.seeds();
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 12_000; i++) {
      byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
      for (int k = random.nextInt(4); k >= 0; k--) {
        int at = random.nextInt(random.nextBoolean() ? input.length : Math.min(110, input.length));
        input[at] = (byte) (random.nextBoolean() ? random.nextInt() : input[at] ^ 1 << k);
      }
      try {
        fuzz.read(input);
      } catch (IOException e) {
        refused++;
      }
    }
    assertTrue(refused > 1_000 && refused < 12_000, "refused " + refused);
  }
}
