package org.coverscape.engine.landcover;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the codes of another classification, such as NLCD's, are among the six classes. Immutable.
 *
 * <p>A code is one of the six, or {@value #NONE} of them (water, ice), or not known: then it says
 * nothing.
 *
 * @param classes the known codes, 0 to 255; empty is none of the six
 */
public record Crosswalk(SortedMap<Integer, Optional<LandCoverClass>> classes) {
  /** The word for none of the six, in files. */
  public static final String NONE = "none";

  private static final String HEADER = "code,class";

  /** Checks the codes. */
  public Crosswalk {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    if (classes.isEmpty() || classes.firstKey() < 0 || classes.lastKey() > 255) {
      throw new IllegalArgumentException("A crosswalk needs codes of 0 to 255.");
    }
  }

  /**
   * NLCD's codes: wetlands go by their cover, woody ones with the forest and emergent ones with the
   * herbaceous; pasture is cultivated; water and ice are none of the six.
   */
  public static Crosswalk nlcd() {
    SortedMap<Integer, Optional<LandCoverClass>> map = new TreeMap<>();
    put(map, LandCoverClass.DEVELOPED, 21, 22, 23, 24);
    put(map, LandCoverClass.BARREN, 31);
    put(map, LandCoverClass.FORESTED, 41, 42, 43, 90);
    put(map, LandCoverClass.SHRUB, 51, 52);
    put(map, LandCoverClass.HERBACEOUS, 71, 72, 73, 74, 95);
    put(map, LandCoverClass.CULTIVATED, 81, 82);
    map.put(11, Optional.empty());
    map.put(12, Optional.empty());
    return new Crosswalk(map);
  }

  private static void put(
      SortedMap<Integer, Optional<LandCoverClass>> map, LandCoverClass to, int... codes) {
    for (int code : codes) {
      map.put(code, Optional.of(to));
    }
  }

  /**
   * Reads a CSV file with the header {@code code,class}; a class is one of the six or {@value
   * #NONE}.
   *
   * @throws IOException with one plain sentence when the file cannot be read or is no such table
   */
  public static Crosswalk read(Path file) throws IOException {
    SortedMap<Integer, Optional<LandCoverClass>> map = new TreeMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "").trim();
      if (line.isEmpty() || (i == 0 && line.replace(" ", "").equalsIgnoreCase(HEADER))) {
        continue;
      }
      if (!read(line, map)) {
        throw new IOException(
            "Line %d of %s is not 'code,class' with a code of 0 to 255 that is named once, and one of the six classes or '%s'."
                .formatted(i + 1, file, NONE));
      }
    }
    if (map.isEmpty()) {
      throw new IOException(
          "The crosswalk " + file + " is empty; write lines such as 82,cultivated.");
    }
    return new Crosswalk(map);
  }

  private static List<String> lines(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("There is no crosswalk " + file + "; correct the name.");
    }
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new IOException("The crosswalk " + file + " is no text in UTF-8; save it as CSV.", e);
    }
  }

  private static boolean read(String line, SortedMap<Integer, Optional<LandCoverClass>> map) {
    String[] parts = line.split(",", -1);
    if (parts.length != 2 || !parts[0].trim().matches("\\d{1,3}")) {
      return false;
    }
    int code = Integer.parseInt(parts[0].trim());
    String name = parts[1].trim().toLowerCase(Locale.ROOT);
    Optional<LandCoverClass> known =
        LandCoverClass.ALL.stream().filter(c -> c.label().equals(name)).findFirst();
    return code <= 255 && (known.isPresent() || name.equals(NONE)) && map.put(code, known) == null;
  }

  /** Whether anything is said of a code. */
  public boolean knows(int code) {
    return classes.containsKey(code);
  }

  /** A code's class; empty where it is none of the six or not known. */
  public Optional<LandCoverClass> of(int code) {
    return classes.getOrDefault(code, Optional.empty());
  }

  /** The table as the file that {@link #read} reads. */
  public String toCsv() {
    return classes.entrySet().stream()
        .map(e -> e.getKey() + "," + e.getValue().map(LandCoverClass::label).orElse(NONE))
        .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
  }
}
