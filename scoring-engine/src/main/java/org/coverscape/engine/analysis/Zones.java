package org.coverscape.engine.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coverscape.engine.vector.Feature;
import org.coverscape.engine.vector.FeatureCollection;

/** Takes zones from the features of a file. */
public final class Zones {
  private Zones() {}

  /**
   * The zones of features that are told apart by a field. The field's name may differ in upper and
   * lower case; features without a value share the empty one.
   *
   * @throws IllegalArgumentException with one sentence when no feature has the field, or there are
   *     no features
   */
  public static List<Zone> of(FeatureCollection features, String field) {
    String name = name(features, field);
    return features.features().stream()
        .map(
            feature ->
                Zone.of(
                    String.valueOf(feature.attributes().getOrDefault(name, "")),
                    feature.geometry()))
        .toList();
  }

  private static String name(FeatureCollection features, String field) {
    Set<String> names = new LinkedHashSet<>();
    for (Feature feature : features.features()) {
      names.addAll(feature.attributes().keySet());
    }
    if (names.contains(field)) {
      return field;
    }
    return names.stream()
        .filter(field::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(sentence(field, names)));
  }

  private static String sentence(String field, Set<String> names) {
    return names.isEmpty()
        ? "The zones have no fields at all, so none is named " + field + "; choose another file."
        : "The zones have no field '"
            + field
            + "'; choose one of "
            + String.join(", ", names)
            + ".";
  }
}
