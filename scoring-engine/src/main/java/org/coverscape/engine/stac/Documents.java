package org.coverscape.engine.stac;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.imagery.ImageLocation;

/** Fetches the documents of catalogues, from files and from the web. */
final class Documents {
  private static final long LONGEST_FILE = 1L << 30;
  private static final int LONGEST_REMARK = 160;

  private final StacTransport transport;

  Documents(StacTransport transport) {
    this.transport = transport;
  }

  StacTransport transport() {
    return transport;
  }

  /**
   * Reads a document.
   *
   * @throws StacException with one sentence, without the document's name
   */
  StacDocument read(ImageLocation location, StacDocument.Items items) throws IOException {
    if (location instanceof ImageLocation.OfWeb web) {
      return read(web.uri(), items);
    }
    return file(location.file().orElseThrow(), items);
  }

  /** The same of an address in full. */
  StacDocument read(URI address, StacDocument.Items items) throws IOException {
    return StacDocument.read(text(address), items);
  }

  /** The text behind an address. */
  String text(URI address) throws StacException {
    return checked(address, ask(() -> transport.get(address)));
  }

  /** A question to a catalogue. */
  @FunctionalInterface
  interface Question {
    StacTransport.Reply ask() throws IOException;
  }

  /** Asks; no answer is a fault of the catalogue that passes. */
  static StacTransport.Reply ask(Question question) throws StacException {
    try {
      return question.ask();
    } catch (StacException e) {
      throw e;
    } catch (IOException e) {
      String sentence = Optional.ofNullable(e.getMessage()).orElse("It cannot be reached.");
      StacException fault = StacException.unreached(sentence);
      fault.initCause(e);
      throw fault;
    }
  }

  /** The text of a good answer. */
  static String checked(URI address, StacTransport.Reply reply) throws StacException {
    if (reply.isGood()) {
      return reply.text();
    }
    String host = address.getHost();
    int status = reply.status();
    if (status == 429) {
      throw StacException.unreached(host + " is asked too much now (429); try again later.");
    }
    if (status >= 500) {
      throw StacException.unreached(
          host + " has a fault of its own (" + status + "); try again later.");
    }
    if (status == 401 || status == 403) {
      throw new StacException(host + " refuses access (" + status + "); a key may be needed.");
    }
    if (status == 404 || status == 410) {
      throw new StacException(
          "There is nothing at " + new ImageLocation.OfWeb(address) + "; check the address.");
    }
    throw new StacException(
        host + " does not accept the question (" + status + ")" + remark(reply.text()) + ".");
  }

  /** What the catalogue says of a refusal, as far as it is a short text. */
  private static String remark(String text) {
    try {
      StacDocument answer = StacDocument.read(text, item -> {});
      return Members.text(answer.content(), "description")
          .or(() -> Members.text(answer.content(), "detail"))
          .or(() -> Members.text(answer.content(), "message"))
          .map(said -> said.replaceAll("[\\s\\p{Cntrl}]+", " "))
          .map(said -> said.length() > LONGEST_REMARK ? said.substring(0, LONGEST_REMARK) : said)
          .map(said -> ": " + said.replaceAll("\\.+$", ""))
          .orElse("");
    } catch (IOException e) {
      // not JSON, such as a page for people: the status alone must do
      return "";
    }
  }

  private static StacDocument file(Path file, StacDocument.Items items) throws IOException {
    try {
      if (Files.size(file) > LONGEST_FILE) {
        throw new StacException("It is too large for a list of Items; divide it.");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return StacDocument.read(in, items);
      }
    } catch (StacException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new StacException("It does not exist.", e);
    } catch (IOException e) {
      throw new StacException("It cannot be read; check its permissions and the disk.", e);
    }
  }
}
