package org.coverscape.engine.stac;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.imagery.ImageLocation;
import org.junit.jupiter.api.Assumptions;

/** Items, written by hand. */
final class Entries {
  static final ImageLocation HERE =
      new ImageLocation.OfWeb(URI.create("https://stac.example/api/items/one.json"));
  private static final ObjectMapper JSON = new ObjectMapper();

  private Entries() {}

  /** An Item of 1,000 × 800 pixels of 1 m in zone 11, near 117.0° W, 36.1° N. */
  static ObjectNode item() {
    return item("one", 500_000, 4_000_000, "2018-06-15T17:00:00Z");
  }

  /** An Item of 1,000 × 800 pixels of 1 m in zone 11 with a north-western corner. */
  static ObjectNode item(String id, int west, int north, String time) {
    return json(
        """
        {"type": "Feature", "stac_version": "1.0.0", "id": "%1$s", "collection": "naip",
         "properties": {"datetime": "%4$s", "gsd": 1.0, "proj:epsg": 26911,
           "proj:shape": [800, 1000], "proj:transform": [1, 0, %2$d, 0, -1, %3$d, 0, 0, 1]},
         "assets": {
           "thumbnail": {"href": "https://images.example/%1$s.jpg", "type": "image/jpeg",
             "roles": ["thumbnail"]},
           "image": {"href": "https://images.example/%1$s.tif", "roles": ["data"],
             "type": "image/tiff; application=geotiff; profile=cloud-optimized",
             "eo:bands": [{"name": "Red"}, {"name": "Green"}, {"name": "Blue"}, {"name": "NIR"}]}},
         "links": []}"""
            .formatted(id, west, north, time));
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static ObjectNode properties(JsonNode item) {
    return (ObjectNode) item.path("properties");
  }

  static ObjectNode image(JsonNode item) {
    return (ObjectNode) item.path("assets").path("image");
  }

  /** A list of Items, with links perhaps. */
  static ObjectNode list(List<? extends JsonNode> items, ObjectNode... links) {
    ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
    list.putArray("features").addAll(items);
    ArrayNode all = list.putArray("links");
    for (ObjectNode link : links) {
      all.add(link);
    }
    return list;
  }

  static ObjectNode link(String rel, String href) {
    return JsonNodeFactory.instance.objectNode().put("rel", rel).put("href", href);
  }

  /** The folder of real Items beside the project; the test is skipped where it is absent. */
  static Path real() {
    Path path = Path.of(System.getProperty("coverscape.root", "."), "../shared/data/stac/items");
    Assumptions.assumeTrue(Files.isDirectory(path), "needs the shared data: stac/items");
    return path;
  }
}
