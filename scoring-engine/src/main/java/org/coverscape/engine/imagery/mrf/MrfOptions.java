package org.coverscape.engine.imagery.mrf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The free text {@code Options} of a header: names with values behind {@code =} or {@code :}.
 *
 * @param values by name, in capital letters
 */
record MrfOptions(Map<String, String> values) {
  static MrfOptions parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String option : text.trim().split("\\s+", -1)) {
      String[] parts = option.split("[=:]", 2);
      if (parts.length == 2) {
        values.putIfAbsent(parts[0].toUpperCase(Locale.ROOT), parts[1].toUpperCase(Locale.ROOT));
      }
    }
    return new MrfOptions(Map.copyOf(values));
  }

  /** Whether something is switched on; it is not where nothing is said of it. */
  boolean isOn(String name) {
    String value = values.getOrDefault(name, "");
    return value.equals("ON") || value.equals("YES") || value.equals("TRUE") || value.equals("1");
  }
}
