package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What summary.json says. */
record Summary(JsonNode json) {
  static Summary of(Path folder) throws IOException {
    return parse(Files.readString(folder.resolve("summary.json")));
  }

  static Summary parse(String text) throws IOException {
    return new Summary(new ObjectMapper().readTree(text));
  }

  long chips(String name) {
    return json.path("chips").path(name).asLong();
  }

  double hectares() {
    return json.path("region").path("hectares").asDouble();
  }

  /** Classes, unclassified and unscored ground. */
  double sum() {
    double sum = json.path("unclassified").path("hectares").asDouble();
    for (JsonNode c : json.path("classes")) {
      sum += c.path("hectares").asDouble();
    }
    for (JsonNode reason : json.path("unscored")) {
      sum += reason.asDouble();
    }
    return sum;
  }

  /** DESIGN §2b: the parts make up the region to a ten-thousandth. */
  void assertAddsUp() {
    assertEquals(hectares(), sum(), hectares() * 1e-4, "the parts must add up to the region");
  }
}
