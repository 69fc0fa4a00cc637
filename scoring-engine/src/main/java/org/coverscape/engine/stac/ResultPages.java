package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coverscape.engine.imagery.ImageLocation;

/** Follows the pages of results; ends where they go round in circles. */
final class ResultPages {
  private static final int MOST_PAGES = 5_000;

  /** Pages in a row without an Item that was not sent before. */
  private static final int MOST_STALE = 5;

  private final Documents documents;
  private final Found found;

  ResultPages(Documents documents, Found found) {
    this.documents = documents;
    this.found = found;
  }

  /**
   * A question for a page.
   *
   * @param address where it goes
   * @param body what is sent with POST; empty for GET
   */
  record Page(URI address, Optional<ObjectNode> body) {
    StacTransport.Reply ask(StacTransport transport) throws IOException {
      return body.isPresent()
          ? transport.post(address, body.get().toString())
          : transport.get(address);
    }

    /** Short, whatever a catalogue sends as the token of a page. */
    private UUID key() {
      return Found.key(address + body.map(b -> "\n" + b).orElse(""));
    }
  }

  /** Asks for a page. */
  StacTransport.Reply ask(Page page) throws StacException {
    return Documents.ask(() -> page.ask(documents.transport()));
  }

  /** Takes a page and those after it. */
  void follow(Page first) throws IOException {
    follow(first, ask(first));
  }

  /** Takes a page that is there, and fetches those after it. */
  void follow(Page first, StacTransport.Reply answer) throws IOException {
    Set<UUID> asked = new HashSet<>();
    found.begin();
    Page page = first;
    StacTransport.Reply reply = answer;
    int stale = 0;
    for (int pages = 1; ; pages++) {
      asked.add(page.key());
      int before = found.count();
      Optional<Page> next = take(page, reply);
      found.page();
      stale = found.count() == before ? stale + 1 : 0;
      if (next.isEmpty()) {
        return;
      }
      if (stale >= MOST_STALE || pages >= MOST_PAGES || asked.contains(next.get().key())) {
        found.refuse(
            new ImageLocation.OfWeb(Addresses.unsigned(page.address())),
            "Its pages of results never end; what came until then is used.");
        return;
      }
      page = next.get();
      reply = ask(page);
    }
  }

  private Optional<Page> take(Page page, StacTransport.Reply reply) throws IOException {
    String text = Documents.checked(page.address(), reply);
    ImageLocation here = new ImageLocation.OfWeb(page.address());
    StacDocument document;
    try {
      document = StacDocument.read(text, item -> found.take(item, here));
    } catch (StacException e) {
      if (found.isFull()) {
        throw e;
      }
      throw new StacException(
          "The answer of " + page.address().getHost() + " cannot be read. " + e.getMessage(), e);
    }
    if (!document.isItemCollection()) {
      throw new StacException(
          "The answer of " + page.address().getHost() + " is no list of Items; check the address.");
    }
    return next(page, document);
  }

  /** The page that a link of the document leads to. */
  static Optional<Page> next(Page page, StacDocument document) {
    return document.links().stream()
        .filter(link -> link.rel().equals("next"))
        .findFirst()
        .flatMap(link -> next(page, link));
  }

  private static Optional<Page> next(Page page, StacLink link) {
    Optional<URI> address =
        Addresses.parse(link.href())
            .map(href -> Addresses.resolve(page.address(), href))
            .filter(Addresses::isWeb)
            .map(next -> asSafe(next, page.address()));
    boolean post = link.isPost() || link.method().isEmpty() && link.body().isPresent();
    return address.map(a -> new Page(a, post ? Optional.of(body(page, link)) : Optional.empty()));
  }

  private static ObjectNode body(Page page, StacLink link) {
    ObjectNode last = page.body().orElseGet(JsonNodeFactory.instance::objectNode);
    if (link.body().isEmpty()) {
      return last;
    }
    return link.merge() ? last.deepCopy().setAll(link.body().get()) : link.body().get();
  }

  /** Catalogues behind a proxy often name themselves without the s of https. */
  private static URI asSafe(URI next, URI page) {
    boolean downgraded =
        "http".equals(next.getScheme())
            && "https".equals(page.getScheme())
            && next.getHost().equals(page.getHost())
            && next.getPort() < 0;
    return downgraded ? URI.create("https" + next.toString().substring("http".length())) : next;
  }
}
