package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Searches a catalogue that can be asked (STAC API, item search). */
final class ItemSearch {
  /** How catalogues say that they do not take POST, or not such a body. */
  private static final Set<Integer> NO_POST = Set.of(400, 404, 405, 415, 501);

  private static final String NAIP = "naip";

  private final Documents documents;
  private final Found found;

  ItemSearch(Documents documents, Found found) {
    this.documents = documents;
    this.found = found;
  }

  /**
   * Takes all Items of a catalogue that are wanted.
   *
   * @param root the landing page
   * @param landing what it says
   * @param named the collections to be searched; where none is named, NAIP's if there is one
   */
  void run(URI root, LandingPage landing, List<String> named) throws IOException {
    List<String> collections = named.isEmpty() ? naip(root) : named;
    SearchQuestion question = new SearchQuestion(found.query(), collections, landing.filters());
    ResultPages pages = new ResultPages(documents, found);
    Optional<URI> post = landing.searchByPost();
    if (post.isEmpty() || !byPost(pages, post.get(), question)) {
      for (URI address : question.addresses(landing.search())) {
        pages.follow(new ResultPages.Page(address, Optional.empty()));
      }
    }
  }

  /** Returns false where the catalogue does not take POST, before anything was found. */
  private static boolean byPost(ResultPages pages, URI address, SearchQuestion question)
      throws IOException {
    for (ObjectNode body : question.bodies()) {
      ResultPages.Page first = new ResultPages.Page(address, Optional.of(body));
      StacTransport.Reply reply = pages.ask(first);
      if (NO_POST.contains(reply.status())) {
        return false;
      }
      pages.follow(first, reply);
    }
    return true;
  }

  private List<String> naip(URI root) throws StacException {
    Optional<URI> address =
        Addresses.parse(root.toString().replaceAll("/+$", "") + "/collections/" + NAIP);
    return address.isPresent()
            && Documents.ask(() -> documents.transport().get(address.get())).isGood()
        ? List.of(NAIP)
        : List.of();
  }
}
