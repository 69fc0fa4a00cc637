package org.coverscape.engine.stac;

import java.io.IOException;
import java.net.URI;

/**
 * How catalogues of the web are asked. Implementations are thread-safe, follow redirects, keep
 * their own limits of time and try again what may pass.
 *
 * <p>Whatever keeps an answer from coming is an {@link IOException} with one plain sentence; an
 * answer of any status is none.
 */
public interface StacTransport {
  /** Bytes of the longest answer that is taken; a page of Items has at most a few million. */
  long MAX_BYTES = 16L << 20;

  /**
   * An answer.
   *
   * @param status the status of HTTP after all redirects
   * @param text the body
   */
  record Reply(int status, String text) {
    /** Whether it is what was asked for. */
    public boolean isGood() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * Fetches a document.
   *
   * @throws IOException when no answer came, or one longer than {@link #MAX_BYTES}
   */
  Reply get(URI address) throws IOException;

  /**
   * Sends JSON and takes the answer.
   *
   * @throws IOException when no answer came, or one longer than {@link #MAX_BYTES}
   */
  Reply post(URI address, String json) throws IOException;
}
