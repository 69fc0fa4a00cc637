package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/**
 * A link of a document.
 *
 * @param rel what it leads to, in small letters
 * @param href where, perhaps relative to the document
 * @param method {@code GET} or {@code POST}; empty where the link does not say
 * @param body what is to be sent with {@code POST}
 * @param merge whether the body is to be added to the one that was sent last
 */
record StacLink(
    String rel, String href, Optional<String> method, Optional<ObjectNode> body, boolean merge) {
  /** Reads one of a document's links; empty where it is none. */
  static Optional<StacLink> read(JsonNode link) {
    Optional<String> rel = Members.text(link, "rel");
    Optional<String> href = Members.text(link, "href");
    if (rel.isEmpty() || href.isEmpty()) {
      return Optional.empty();
    }
    Optional<ObjectNode> body =
        link.path("body") instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    return Optional.of(
        new StacLink(
            rel.get().toLowerCase(Locale.ROOT),
            href.get(),
            Members.text(link, "method").map(method -> method.toUpperCase(Locale.ROOT)),
            body,
            link.path("merge").asBoolean(false)));
  }

  /** Whether it is to be followed by POST. */
  boolean isPost() {
    return method.filter("POST"::equals).isPresent();
  }
}
