package org.coverscape.app.geo;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.vector.Feature;
import org.coverscape.map.vector.MapShape;

/**
 * A feature of a file, as the map draws it.
 *
 * @param shape its outline on the map
 * @param feature the feature
 * @param crs what its coordinates mean
 */
public record FeatureShape(MapShape shape, Feature feature, Crs crs) {
  private static final int FEW = 4;
  private static final Pattern NAME = Pattern.compile("name|title", Pattern.CASE_INSENSITIVE);
  private static final Pattern ANY = Pattern.compile("");

  /** A feature with a number of its own; polygons only have an outline. */
  public static FeatureShape of(int number, Feature feature, Crs crs) {
    return new FeatureShape(
        new MapShape(Integer.toString(number), MapPlace.rings(feature.geometry(), crs), true),
        feature,
        crs);
  }

  /**
   * The ground of the feature.
   *
   * @throws IllegalArgumentException with one sentence when it is no polygon
   */
  public Region region() {
    return new Region(feature.geometry(), crs);
  }

  /** What it is called: a text that is called a name, else its first text, else its number. */
  public String title() {
    return text(NAME).or(() -> text(ANY)).orElse("Feature " + shape.id());
  }

  private Optional<String> text(Pattern attribute) {
    return feature.attributes().entrySet().stream()
        .filter(entry -> attribute.matcher(entry.getKey()).find())
        .map(Map.Entry::getValue)
        .filter(String.class::isInstance)
        .map(Object::toString)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** Its first few attributes, a line each. */
  public String summary() {
    return feature.attributes().entrySet().stream()
        .limit(FEW)
        .map(FeatureShape::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Map.Entry<String, Object> attribute) {
    return attribute.getKey() + ": " + attribute.getValue();
  }
}
