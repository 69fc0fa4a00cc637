package org.coverscape.engine.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import org.coverscape.engine.region.Crs;

/** Reads the {@code crs} member that GeoJSON had until 2016 (GeoJSON 2008, clause 3). */
final class GeoJsonCrs {
  private GeoJsonCrs() {}

  /** Reads the object whose opening brace is the parser's present token. */
  static Crs read(JsonParser parser) throws IOException {
    Map<String, Object> properties = Map.of();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals("properties");
      JsonToken value = parser.nextToken();
      if (wanted) {
        properties = GeoJsonProperties.read(parser, value);
      } else {
        parser.skipChildren();
      }
    }
    Object name = properties.get("name");
    Object code = properties.get("code");
    if (name == null && code == null) {
      throw new FeatureException(
          "The GeoJSON's crs has no name; write it as EPSG:26911 or leave it out for degrees.");
    }
    return Systems.parse(name != null ? name.toString() : "EPSG:" + code);
  }
}
