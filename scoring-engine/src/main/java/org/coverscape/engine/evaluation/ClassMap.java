package org.coverscape.engine.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * Which class the images in a folder show: by the folder's own name, or by a table that turns
 * folder names into classes, says that they show none of the six, or to ignore them. Immutable.
 */
public final class ClassMap {
  private static final String IGNORE = "ignore";

  /** The word for none of the six: water, cloud, the unlike. */
  private static final String NONE = "none";

  private final Map<String, Optional<LandCoverClass>> classes;
  private final Set<String> none;

  private ClassMap(Map<String, Optional<LandCoverClass>> classes, Set<String> none) {
    this.classes = Map.copyOf(classes);
    this.none = Set.copyOf(none);
  }

  /** Folders are named as the classes are, or {@code none}; others are unknown. */
  public static ClassMap byName() {
    Map<String, Optional<LandCoverClass>> names = new HashMap<>();
    for (LandCoverClass c : LandCoverClass.ALL) {
      names.put(c.label(), Optional.of(c));
    }
    names.put(NONE, Optional.empty());
    return new ClassMap(names, Set.of(NONE));
  }

  /**
   * Reads a CSV file with the header {@code folder,class}; a class is one of the six, {@code none}
   * of them, or {@code ignore}.
   *
   * @throws IOException with one plain sentence when the file cannot be read or is no such table
   */
  public static ClassMap read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("There is no table of classes " + file + "; correct --classes.");
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    Map<String, Optional<LandCoverClass>> map = new HashMap<>();
    Set<String> none = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "").trim();
      if (!line.isEmpty() && !(i == 0 && line.toLowerCase(Locale.ROOT).startsWith("folder"))) {
        put(map, none, line, file, i + 1);
      }
    }
    return new ClassMap(map, none);
  }

  private static void put(
      Map<String, Optional<LandCoverClass>> map,
      Set<String> none,
      String line,
      Path file,
      int number)
      throws IOException {
    String[] parts = line.split(",", -1);
    String name = parts.length == 2 ? parts[1].trim().toLowerCase(Locale.ROOT) : "";
    Optional<LandCoverClass> known =
        LandCoverClass.ALL.stream().filter(c -> c.label().equals(name)).findFirst();
    if (known.isEmpty() && !name.equals(IGNORE) && !name.equals(NONE)) {
      throw new IOException(
          "Line "
              + number
              + " of "
              + file
              + " is not 'folder,class' with one of the six classes, 'none' or 'ignore'.");
    }
    String folder = parts[0].trim();
    map.put(folder, known);
    if (name.equals(NONE)) {
      none.add(folder);
    }
  }

  /** Whether the folder is named in the table. */
  public boolean knows(String folder) {
    return classes.containsKey(folder);
  }

  /** Whether a folder's images show none of the six. */
  public boolean isNone(String folder) {
    return none.contains(folder);
  }

  /**
   * The class of a folder's images; empty when they show none, are to be ignored or are unknown.
   */
  public Optional<LandCoverClass> of(String folder) {
    return classes.getOrDefault(folder, Optional.empty());
  }
}
