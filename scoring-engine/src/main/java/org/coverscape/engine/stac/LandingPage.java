package org.coverscape.engine.stac;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the landing page of a catalogue that can be searched says of itself.
 *
 * @param search where searches go
 * @param searchByPost where searches by POST go; empty where only GET is offered
 * @param filters how properties can be asked for
 */
record LandingPage(URI search, Optional<URI> searchByPost, SearchQuestion.FilterKind filters) {
  /** Reads a document; empty where it offers no search. */
  static Optional<LandingPage> of(URI root, StacDocument document) {
    List<StacLink> links =
        document.links().stream().filter(link -> link.rel().equals("search")).toList();
    Optional<StacLink> post =
        links.stream()
            .filter(StacLink::isPost)
            .findFirst()
            .or(() -> links.stream().filter(link -> link.method().isEmpty()).findFirst());
    Optional<StacLink> any =
        links.stream().filter(link -> !link.isPost()).findFirst().or(() -> post);
    return any.flatMap(link -> resolve(root, link))
        .map(
            search ->
                new LandingPage(
                    search, post.flatMap(link -> resolve(root, link)), filters(document)));
  }

  private static Optional<URI> resolve(URI root, StacLink link) {
    // relative to the page as a folder, as catalogues mean it, whether or not a slash ends it
    URI folder = root.getPath() != null && root.getPath().endsWith("/") ? root : slashed(root);
    return Addresses.parse(link.href())
        .map(href -> Addresses.resolve(folder, href))
        .filter(Addresses::isWeb);
  }

  private static URI slashed(URI root) {
    return root.getQuery() == null ? URI.create(root + "/") : root;
  }

  private static SearchQuestion.FilterKind filters(StacDocument document) {
    List<String> conforms = Members.texts(document.content(), "conformsTo");
    boolean filter = conforms.stream().anyMatch(c -> c.endsWith("item-search#filter"));
    boolean cql2 = conforms.stream().anyMatch(c -> c.contains("cql2") && c.endsWith("json"));
    boolean query =
        conforms.stream().anyMatch(c -> c.contains("item-search#query") || c.endsWith("#query"));
    if (filter && cql2) {
      return SearchQuestion.FilterKind.CQL2;
    }
    return query ? SearchQuestion.FilterKind.QUERY : SearchQuestion.FilterKind.NONE;
  }
}
