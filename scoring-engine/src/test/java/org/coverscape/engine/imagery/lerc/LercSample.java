package org.coverscape.engine.imagery.lerc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * A stream that Esri's own library packed, and what it unpacks.
 *
 * @param name which it is
 * @param width columns
 * @param height rows
 * @param bands samples of a pixel, of all its streams together
 * @param type of the samples
 * @param crc of the samples, 0 where masked
 * @param stream the bytes
 */
public record LercSample(
    String name, int width, int height, int bands, SampleType type, long crc, byte[] stream) {
  /** All of them. */
  public static List<LercSample> all() {
    try (InputStream in =
            Objects.requireNonNull(LercSample.class.getResourceAsStream("samples.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(LercSample::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LercSample of(String line) {
    String[] parts = line.split(" ", -1);
    return new LercSample(
        parts[0],
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        SampleType.valueOf(parts[4]),
        Long.parseLong(parts[5], 16),
        Base64.getDecoder().decode(parts[6]));
  }

  /** A page for it, with other numbers in it than any that could be left there by chance. */
  LercPage page(int wanted) {
    byte[] samples = new byte[width * height * bands * type.bytes()];
    java.util.Arrays.fill(samples, (byte) 0x5A);
    return new LercPage(samples, type, width, height, bands, wanted, new double[bands]);
  }

  /** Whether a page holds what it should. */
  boolean isIn(LercPage page) {
    CRC32 sum = new CRC32();
    sum.update(page.samples());
    return sum.getValue() == crc;
  }
}
