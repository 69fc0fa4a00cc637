package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** {@code coverscape serve --fpga} as a program. */
class EmulatedServiceTest {
  @Test
  void severalServicesListenOnPortsOfTheirOwn() throws Exception {
    try (RunningService services = RunningService.start("--fpga", "rate=max", "--count", "3")) {
      JsonNode ports = services.announced().path("ports");
      assertEquals(3, ports.size());
      assertEquals(services.announced().path("port"), ports.get(0));
      assertFalse(ports.get(0).equals(ports.get(1)));
      assertEquals("load:1", services.announced().path("model").asText());
    }
  }

  @Test
  void mistakesAreOneSentence() {
    refused("no setting of --fpga", "--fpga", "speed=3");
    refused("needs a number", "--fpga", "rate=fast");
    refused("do not hold 3 services", "--fpga", "rate=1", "--port", "65534", "--count", "3");
    refused("need --fpga", "--count", "2");
    refused("answers=real", "--fpga", "rate=1", "--model", "m.onnx");
  }

  private static void refused(String part, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "serve";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Coverscape.Result result = Coverscape.run(command);
    assertEquals(2, result.exit());
    assertEquals(1, result.errorLines().size(), result.err());
    assertTrue(result.err().contains(part), result.err());
  }
}
