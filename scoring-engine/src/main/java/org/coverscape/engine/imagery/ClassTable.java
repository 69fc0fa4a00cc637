package org.coverscape.engine.imagery;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the numbers of a raster of classes mean. Immutable.
 *
 * @param names names by code, as far as there are any
 * @param colours colours by code, as far as there are any, as 0xRRGGBB
 */
public record ClassTable(SortedMap<Integer, String> names, SortedMap<Integer, Integer> colours) {
  /** Nothing is known. */
  static final ClassTable EMPTY = new ClassTable(new TreeMap<>(), new TreeMap<>());

  /** Keeps copies. */
  public ClassTable {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    colours = Collections.unmodifiableSortedMap(new TreeMap<>(colours));
  }

  /** The name of a class. */
  public Optional<String> name(int code) {
    return Optional.ofNullable(names.get(code));
  }

  /** The colour of a class, 0xRRGGBB. */
  public Optional<Integer> colour(int code) {
    return Optional.ofNullable(colours.get(code));
  }

  /** This, and what another says of names, or of colours, where this has none at all. */
  ClassTable or(ClassTable other) {
    return new ClassTable(
        names.isEmpty() ? other.names : names, colours.isEmpty() ? other.colours : colours);
  }

  /** A table of colours alone, as TIFF has it (tag 320): all reds, greens, blues, of 16 bits. */
  static ClassTable ofPalette(long[] palette) {
    SortedMap<Integer, Integer> colours = new TreeMap<>();
    int count = palette.length / 3;
    for (int i = 0; i < Math.min(count, 256); i++) {
      long red = palette[i] >> 8 & 255;
      long green = palette[count + i] >> 8 & 255;
      long blue = palette[2 * count + i] >> 8 & 255;
      colours.put(i, (int) (red << 16 | green << 8 | blue));
    }
    return new ClassTable(new TreeMap<>(), colours);
  }
}
