package org.coverscape.engine.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What is said of documents that cannot be had. */
class DocumentsTest {
  @Test
  void noSignatureIsSaid() {
    URI page = URI.create("https://a.example/search?sv=1&sig=secret&page=2");
    StacException fault =
        assertThrows(
            StacException.class, () -> Documents.checked(page, new StacTransport.Reply(404, "")));
    assertEquals(
        "There is nothing at https://a.example/search?page=2; check the address.",
        fault.getMessage());
  }
}
