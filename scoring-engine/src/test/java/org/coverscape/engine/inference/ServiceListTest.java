package org.coverscape.engine.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceListTest {
  @Test
  void namesAndAddressesAreRead() {
    assertEquals(
        List.of(
            new ServiceEndpoint("localhost", 8500),
            new ServiceEndpoint("10.0.0.7", 50051),
            new ServiceEndpoint("::1", 8501),
            new ServiceEndpoint("fpga-3.example.org", 80)),
        ServiceList.parse(" localhost:8500, 10.0.0.7:50051 ,[::1]:8501,fpga-3.example.org:80"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        ",",
        "a:1,",
        "a:1,,b:2",
        "a",
        ":1",
        "a:",
        "a:x",
        "a:0",
        "a:65536",
        "a:-1",
        "a:99999999999",
        "http://a:1",
        "2001:db8::1:8500",
        "a b:1",
        "[a:1",
        "[]:1",
        "a:1,a:1",
        "a/b:1",
        "[x]:1"
      })
  void whatIsNoListIsRefusedInOneSentence(String text) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> ServiceList.parse(text))
                .getMessage());
    assertTrue(message.endsWith(".") && !message.contains("\n"), message);
  }

  @Test
  void anyTextIsEitherReadOrRefused() {
    Random random = new Random(7);
    String letters = "a1:,[]. -/%\t";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        List<ServiceEndpoint> endpoints = ServiceList.parse(text.toString());
        StringBuilder again = new StringBuilder();
        endpoints.forEach(e -> again.append(again.length() == 0 ? "" : ",").append(e));
        assertEquals(endpoints, ServiceList.parse(again.toString()));
      } catch (IllegalArgumentException e) {
        assertTrue(String.valueOf(e.getMessage()).endsWith("."), e.getMessage());
      }
    }
  }
}
