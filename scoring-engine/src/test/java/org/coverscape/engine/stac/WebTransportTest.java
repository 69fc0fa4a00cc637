package org.coverscape.engine.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coverscape.engine.web.Credential;
import org.coverscape.engine.web.HostAccess;
import org.coverscape.engine.web.SasEndpoint;
import org.coverscape.engine.web.Secret;
import org.coverscape.engine.web.WebClient;
import org.coverscape.engine.web.WebSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebTransportTest {
  private final WebClient client =
      new WebClient(
          new WebSettings(
              Duration.ofSeconds(5),
              Duration.ofSeconds(5),
              Duration.ofSeconds(5),
              2,
              Duration.ofSeconds(5),
              List.of(),
              SasEndpoint.PLANETARY_COMPUTER));
  private final StacTransport transport = new WebTransport(client);
  private StacServer server;

  WebTransportTest() throws IOException {
    server = new StacServer();
  }

  @BeforeEach
  void answers() {
    server
        .on("/good", asked -> new StacServer.Answer(200, asked.method() + asked.body()))
        .on("/closed", asked -> new StacServer.Answer(403, "no"))
        .on("/odd", asked -> new StacServer.Answer(405, "no"));
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void answersAreHandedOn() throws IOException {
    assertEquals(new StacTransport.Reply(200, "GET"), transport.get(address("/good")));
    assertEquals(new StacTransport.Reply(200, "POST{}"), transport.post(address("/good"), "{}"));
  }

  @Test
  void whatIsRefusedIsAnAnswerToo() throws IOException {
    assertEquals(404, transport.get(address("/none")).status());
    assertEquals(403, transport.get(address("/closed")).status());
    assertEquals(400, transport.post(address("/odd"), "{}").status());
  }

  @Test
  void aHostThatIsNotThereIsAFaultInOneSentence() {
    URI gone = address("/good");
    server.close();
    IOException fault = assertThrows(IOException.class, () -> transport.get(gone));
    assertFalse(fault instanceof StacException, fault.toString());
    assertTrue(String.valueOf(fault.getMessage()).endsWith("."), fault.toString());
  }

  private URI address(String path) {
    return URI.create(server.url(path));
  }

  @Test
  void aKeyThatIsNotThereIsSaid() {
    Secret key = new Secret.InEnvironment("MY_KEY", Map.of());
    WebSettings settings =
        WebSettings.DEFAULT.withHosts(
            List.of(new HostAccess("127.0.0.1", new Credential.Bearer(key))));
    try (WebClient keyless = new WebClient(settings)) {
      StacException fault =
          assertThrows(StacException.class, () -> new WebTransport(keyless).get(address("/good")));
      assertEquals("The variable MY_KEY holds no key; set it first.", fault.getMessage());
      assertFalse(fault.isUnreached());
    }
  }
}
