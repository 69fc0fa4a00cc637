package org.coverscape.engine.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the properties of a GeoJSON feature; lists and objects in them are left out. */
final class GeoJsonProperties {
  private GeoJsonProperties() {}

  static Map<String, Object> read(JsonParser parser, JsonToken value) throws IOException {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (value != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return properties;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      switch (parser.nextToken()) {
        case VALUE_STRING -> properties.put(name, parser.getText());
        case VALUE_NUMBER_INT -> properties.put(name, whole(parser));
        case VALUE_NUMBER_FLOAT -> properties.put(name, parser.getDoubleValue());
        case VALUE_TRUE -> properties.put(name, true);
        case VALUE_FALSE -> properties.put(name, false);
        default -> parser.skipChildren();
      }
    }
    return properties;
  }

  private static Object whole(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? (Object) parser.getDoubleValue()
        : (Object) parser.getLongValue();
  }
}
