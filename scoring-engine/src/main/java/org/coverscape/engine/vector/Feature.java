package org.coverscape.engine.vector;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A thing on the ground with its attributes. Immutable by convention.
 *
 * @param geometry its shape, in x and y only; may be empty
 * @param attributes text, Long, Double, Boolean or LocalDate by name, in the file's order; a name
 *     without a value is left out
 */
public record Feature(Geometry geometry, Map<String, Object> attributes) {
  /** Takes a copy of the attributes. */
  public Feature {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** A shape without attributes. */
  public static Feature of(Geometry geometry) {
    return new Feature(geometry, Map.of());
  }
}
