package org.coverscape.engine.imagery.jpeg;

/**
 * Makes red, green and blue of brightness and tint, with the factors of JFIF 1.02 (those of ITU-R
 * BT.601), rounded to the nearest.
 */
final class Colours {
  private static final int BITS = 16;
  private static final int HALF = 1 << BITS - 1;
  private static final int[] RED = rounded(1.402);
  private static final int[] BLUE = rounded(1.772);
  private static final int[] GREEN_BY_BLUE = products(-0.34414, HALF);
  private static final int[] GREEN_BY_RED = products(-0.71414, 0);

  private Colours() {}

  private static int[] products(double factor, int more) {
    int whole = (int) Math.round(factor * (1 << BITS));
    int[] products = new int[256];
    for (int i = 0; i < products.length; i++) {
      products[i] = whole * (i - 128) + more;
    }
    return products;
  }

  private static int[] rounded(double factor) {
    int[] products = products(factor, HALF);
    for (int i = 0; i < products.length; i++) {
      products[i] >>= BITS;
    }
    return products;
  }

  /**
   * Converts a row.
   *
   * @param rows brightness, tint of blue, tint of red
   * @param target takes red, green and blue, pixel by pixel
   */
  static void convert(FullRows[] rows, int width, byte[] target, int to) {
    byte[] brightness = rows[0].row();
    byte[] blues = rows[1].row();
    byte[] reds = rows[2].row();
    int first = rows[0].from();
    int firstBlue = rows[1].from();
    int firstRed = rows[2].from();
    for (int i = 0, at = to; i < width; i++, at += 3) {
      int y = brightness[first + i] & 255;
      int cb = blues[firstBlue + i] & 255;
      int cr = reds[firstRed + i] & 255;
      target[at] = clamped(y + RED[cr]);
      target[at + 1] = clamped(y + (GREEN_BY_BLUE[cb] + GREEN_BY_RED[cr] >> BITS));
      target[at + 2] = clamped(y + BLUE[cb]);
    }
  }

  private static byte clamped(int value) {
    return (byte) ((value & ~255) == 0 ? value : ~value >> 31);
  }
}
