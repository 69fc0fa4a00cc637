package org.coverscape.screen;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings a picture down to 256 colours, so that it is small: median cut (Heckbert 1982) over the
 * colours it has, each weighted by how often it is there.
 */
final class FewColours {
  private static final int COLOURS = 256;

  private FewColours() {}

  private record Colour(int rgb, int count) {
    int band(int shift) {
      return rgb >> shift & 0xFF;
    }
  }

  private record Box(List<Colour> colours) {
    int spread(int shift) {
      int least = 255;
      int most = 0;
      for (Colour colour : colours) {
        least = Math.min(least, colour.band(shift));
        most = Math.max(most, colour.band(shift));
      }
      return most - least;
    }

    int widest() {
      int shift = spread(16) >= spread(8) ? 16 : 8;
      return spread(shift) >= spread(0) ? shift : 0;
    }

    long weight() {
      double pixels = colours.stream().mapToLong(Colour::count).sum();
      return colours.size() < 2 ? 0 : (long) (Math.sqrt(pixels) * spread(widest()));
    }

    List<Box> halves() {
      int shift = widest();
      List<Colour> sorted = new ArrayList<>(colours);
      sorted.sort(Comparator.comparingInt(c -> c.band(shift)));
      long half = sorted.stream().mapToLong(Colour::count).sum() / 2;
      int cut = 0;
      long passed = 0;
      while (cut < sorted.size() - 1 && (cut == 0 || passed < half)) {
        passed += sorted.get(cut++).count();
      }
      return List.of(new Box(sorted.subList(0, cut)), new Box(sorted.subList(cut, sorted.size())));
    }

    int mean() {
      long[] sums = new long[3];
      long pixels = 0;
      for (Colour colour : colours) {
        pixels += colour.count();
        for (int band = 0; band < 3; band++) {
          sums[band] += (long) colour.band(8 * band) * colour.count();
        }
      }
      return (int) (sums[2] / pixels) << 16
          | (int) (sums[1] / pixels) << 8
          | (int) (sums[0] / pixels);
    }
  }

  /** The same picture in 256 colours at most. */
  static BufferedImage of(BufferedImage image) {
    Map<Integer, Integer> counts = new HashMap<>();
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int pixel : pixels) {
      counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
    }
    List<Colour> all = new ArrayList<>();
    counts.forEach((rgb, count) -> all.add(new Colour(rgb, count)));
    all.sort(Comparator.comparingInt(Colour::rgb));
    List<Box> boxes = new ArrayList<>(List.of(new Box(all)));
    while (boxes.size() < COLOURS) {
      Box next = boxes.stream().max(Comparator.comparingLong(Box::weight)).orElseThrow();
      if (next.colours().size() < 2) {
        break;
      }
      boxes.remove(next);
      boxes.addAll(next.halves());
    }
    int[] palette = new int[boxes.size()];
    Map<Integer, Integer> index = new HashMap<>();
    for (int i = 0; i < palette.length; i++) {
      palette[i] = boxes.get(i).mean();
      for (Colour colour : boxes.get(i).colours()) {
        index.put(colour.rgb(), i);
      }
    }
    IndexColorModel model =
        new IndexColorModel(
            8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    BufferedImage few =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    for (int i = 0; i < pixels.length; i++) {
      few.getRaster()
          .setSample(
              i % image.getWidth(),
              i / image.getWidth(),
              0,
              index.getOrDefault(pixels[i] & 0xFFFFFF, 0));
    }
    return few;
  }
}
