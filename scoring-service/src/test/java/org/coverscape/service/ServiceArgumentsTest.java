package org.coverscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceArgumentsTest {
  @Test
  void withoutOptionsItServesThisComputerOnAnyPort() {
    ServiceArguments arguments = ServiceArguments.parse();
    assertFalse(arguments.embedded());
    assertEquals(ServerConfig.loopback(0), arguments.config());
  }

  @Test
  void everyOptionIsRead() {
    ServiceArguments arguments =
        ServiceArguments.parse(
            "--embedded --host 0.0.0.0 --port 8500 --model m.onnx --key k --tls-cert c --tls-key d"
                .concat(" --workers 3 --queue 9")
                .split(" ", -1));
    assertTrue(arguments.embedded());
    assertEquals(
        new ServerConfig(
            "0.0.0.0",
            8500,
            Optional.of(Path.of("m.onnx")),
            Optional.empty(),
            Optional.of("k"),
            Optional.of(Path.of("c")),
            Optional.of(Path.of("d")),
            3,
            9),
        arguments.config());
  }

  @Test
  void mistakesAreOneSentence() {
    mistake("no option --prot", "--prot", "1");
    mistake("needs a value", "--port");
    mistake("whole number, not 'http'", "--port", "http");
    mistake("from 0 to 65535", "--port", "70000");
    mistake("both a certificate and its key", "--tls-cert", "c");
    mistake("key is empty", "--key", " ");
    mistake("workers must be at least 1", "--workers", "0");
    mistake("at least one image for each worker", "--workers", "4", "--queue", "3");
  }

  private static void mistake(String part, String... arguments) {
    String sentence =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> ServiceArguments.parse(arguments))
                .getMessage());
    assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.endsWith("."), sentence);
  }
}
