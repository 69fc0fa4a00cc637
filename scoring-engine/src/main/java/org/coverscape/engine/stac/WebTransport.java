package org.coverscape.engine.stac;

import java.io.IOException;
import java.net.URI;
import org.coverscape.engine.web.WebClient;
import org.coverscape.engine.web.WebException;

/**
 * Asks catalogues through the program's client of the web, with its patience, keys and proxies.
 * Thread-safe.
 */
public final class WebTransport implements StacTransport {
  private interface Question {
    String ask() throws WebException, InterruptedException;
  }

  private final WebClient client;

  /** The client stays the caller's. */
  public WebTransport(WebClient client) {
    this.client = client;
  }

  @Override
  public Reply get(URI address) throws IOException {
    return reply(() -> client.text(address));
  }

  @Override
  public Reply post(URI address, String json) throws IOException {
    return reply(() -> client.post(address, json));
  }

  private static Reply reply(Question question) throws IOException {
    try {
      String text = question.ask();
      if (text.length() > MAX_BYTES) {
        throw new IOException(
            "The answer is longer than a page of Items; ask for a smaller region.");
      }
      return new Reply(200, text);
    } catch (WebException e) {
      WebException.Kind kind = e.kind();
      boolean refused = kind == WebException.Kind.DENIED || kind == WebException.Kind.REFUSED;
      if (refused && !e.isAnswer()) {
        // nobody was asked, for want of a key perhaps: the sentence says it
        throw new StacException(e.sentence(), e);
      }
      return switch (kind) {
        case MISSING -> new Reply(404, "");
        case DENIED -> new Reply(403, "");
        case REFUSED -> new Reply(400, "");
        default -> throw e;
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The search was stopped.", e);
    }
  }
}
