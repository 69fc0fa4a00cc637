package org.coverscape.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of web settings, and what is wrong with others. */
class WebSettingsFileTest {
  @TempDir Path folder;

  private WebSettings read(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("web.json"), json);
    return WebSettingsFile.read(file, Map.of("KEY", "secret-1"));
  }

  @Test
  void readsAllKinds() throws IOException {
    Files.writeString(folder.resolve("k.txt"), "secret-2\n");
    WebSettings settings =
        read(
            """
            {"patience_seconds": 7, "sas_endpoint": "https://sas.example.org/t",
             "hosts": [
              {"host": "a.example.org", "key": "${KEY}"},
              {"host": "b.example.org", "as": "header", "header": "X-Api-Key", "key_file": "k.txt"},
              {"host": "c.example.org", "as": "basic", "user": "me", "key": "${KEY}"},
              {"host": "*.example.org", "as": "query", "key": "${KEY}"}]}
            """);
    assertEquals(Duration.ofSeconds(7), settings.patience());
    assertEquals("sas.example.org", settings.signing().endpoint().getHost());
    Credential.Bearer bearer =
        assertInstanceOf(Credential.Bearer.class, settings.hosts().get(0).credential());
    assertEquals("secret-1", bearer.token().fetch());
    Credential.Header header =
        assertInstanceOf(Credential.Header.class, settings.hosts().get(1).credential());
    assertEquals("secret-2", header.value().fetch());
    assertInstanceOf(Credential.Basic.class, settings.hosts().get(2).credential());
    assertInstanceOf(Credential.Query.class, settings.hosts().get(3).credential());
    assertFalse(settings.toString().contains("secret"), settings.toString());
  }

  @Test
  void aKeyThatIsNotThereIsTold() {
    Secret missing = new Secret.InEnvironment("NO_KEY", Map.of());
    assertEquals(
        "The variable NO_KEY holds no key; set it first.",
        assertThrows(WebException.class, missing::fetch).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"host\": []}",
        "{\"hosts\": [{\"host\": \"a\", \"key\": \"plain-secret\"}]}",
        "{\"hosts\": [{\"host\": \"https://a/\", \"key\": \"${KEY}\"}]}",
        "{\"hosts\": [{\"host\": \"a\", \"as\": \"magic\", \"key\": \"${KEY}\"}]}",
        "{\"hosts\": [{\"host\": \"a\", \"as\": \"header\", \"header\": \"a b\", \"key\": \"${KEY}\"}]}"
      })
  void othersAreRefusedInOneSentence(String json) {
    IOException fault = assertThrows(IOException.class, () -> read(json));
    String sentence = String.valueOf(fault.getMessage());
    assertTrue(sentence.startsWith("The web settings ") && sentence.endsWith("."), sentence);
    assertFalse(sentence.contains("plain-secret"), sentence);
  }
}
