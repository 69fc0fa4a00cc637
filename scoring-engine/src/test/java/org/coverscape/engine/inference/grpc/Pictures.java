package org.coverscape.engine.inference.grpc;

import java.util.List;
import java.util.Random;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.region.UtmZone;

/** Chips that differ in every pixel. */
final class Pictures {
  private Pictures() {}

  /** Random pixels that a number decides; the first byte is the number. */
  static Chip noise(int seed) {
    byte[] rgb = new byte[Chip.BYTES];
    new Random(seed).nextBytes(rgb);
    rgb[0] = (byte) seed;
    return new Chip(ChipIndex.of(new UtmZone(15, true), 7, seed), rgb, 1, List.of("tile"));
  }

  /** Bands of colour that a JPEG keeps nearly. */
  static Chip smooth() {
    byte[] rgb = new byte[Chip.BYTES];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) 200;
      rgb[i + 1] = (byte) (i * 255L / rgb.length);
      rgb[i + 2] = 40;
    }
    return new Chip(ChipIndex.of(new UtmZone(15, true), 7, 1), rgb, 1, List.of("tile"));
  }

  /** A channel of a pixel, 0 to 255. */
  static int pixel(Chip chip, int row, int col, int channel) {
    return chip.rgb()[(row * 224 + col) * 3 + channel] & 0xFF;
  }
}
