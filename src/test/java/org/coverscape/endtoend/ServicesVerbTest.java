package org.coverscape.endtoend;

import static org.coverscape.endtoend.Coverscape.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coverscape services}: what each service is, how it is, and how the verb ends. */
class ServicesVerbTest {
  @TempDir static Path folder;
  private static RunningService service;
  private static String nobody = "";

  @BeforeAll
  static void start() throws IOException {
    service = RunningService.start();
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = "127.0.0.1:" + free.getLocalPort();
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aServiceThatIsWellIsToldWithItsModelAndLatency() throws IOException {
    String list =
        file(
            "services.yaml",
            "defaults: {deadline: 20}\nservices:\n  - address: "
                + service.endpoint()
                + "\n    batch: 2\n    input: {encoding: jpeg}\n");
    Coverscape.Result result = Coverscape.run("services", "--services-file", list, "--json");
    assertEquals(0, result.exit(), result.err());
    JsonNode row = new ObjectMapper().readTree(result.out()).path("services").path(0);
    assertEquals(service.endpoint(), row.path("endpoint").asText());
    assertEquals("predict", row.path("protocol").asText());
    assertEquals("ready", row.path("health").asText());
    assertEquals("jpeg", row.path("input").asText());
    assertEquals(2, row.path("batch").asInt());
    assertTrue(row.path("model").asText().startsWith("coverscape-landcover"), result.out());
    assertTrue(row.path("latency_ms").asDouble() > 0, result.out());
  }

  @Test
  void theProgramsOwnIsAskedAsARunAsksIt() throws IOException {
    Coverscape.Result result = Coverscape.run("services", "--json");
    assertEquals(0, result.exit(), result.err());
    JsonNode row = new ObjectMapper().readTree(result.out()).path("services").path(0);
    assertEquals("uint8 nhwc", row.path("input").asText());
  }

  @Test
  void oneOfTwoThatIsGoneIsNamed() {
    Coverscape.Result result =
        Coverscape.run("services", "--services", service.endpoint() + "," + nobody);
    assertEquals(1, result.exit(), result.err());
    assertTrue(result.out().contains("No service answers at " + nobody + "."), result.out());
    assertEquals("", result.err());
  }

  @Test
  void noneAtAllIsAFault() throws IOException {
    assertRefused(
        Coverscape.run("services", "--services", nobody), "No service answers at " + nobody + ".");
    assertRefused(
        Coverscape.run("services", "--services-file", folder.resolve("none.json").toString()),
        "this list of services is not there");
    assertRefused(
        Coverscape.run("services", "--services-file", file("bad.json", "[{\"adres\": 1}]")),
        "bad.json, entry 1: address is missing; give host:port.");
    assertRefused(
        Coverscape.run("services", "--services", "a:1", "--services-file", "b"),
        "Give either --services or --services-file, not both.");
  }
}
