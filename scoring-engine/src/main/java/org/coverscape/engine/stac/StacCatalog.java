package org.coverscape.engine.stac;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.IndexOutcome;

/**
 * Finds imagery in catalogues of every kind: APIs that are searched, static catalogues, lists and
 * folders of Items. Thread-safe where the transport is.
 */
public final class StacCatalog {
  private final Documents documents;
  private final Optional<ImageryAccess> imagery;

  /**
   * Catalogues of the web are asked this way. Items that do not say where their pixels lie are left
   * out.
   */
  public StacCatalog(StacTransport transport) {
    this(transport, Optional.empty());
  }

  /**
   * The same, and the headers of images whose Items do not say where they lie are read, a few at a
   * time.
   *
   * @param imagery opens them; thread-safe
   */
  public StacCatalog(StacTransport transport, ImageryAccess imagery) {
    this(transport, Optional.of(imagery));
  }

  private StacCatalog(StacTransport transport, Optional<ImageryAccess> imagery) {
    documents = new Documents(transport);
    this.imagery = imagery;
  }

  /**
   * Finds the images that are wanted, and what cannot be read of them; each image once.
   *
   * @param sink takes the outcomes as they come, on the calling thread
   * @throws StacException with one sentence when the catalogue cannot be used; what was found
   *     before that has been handed on
   */
  public void find(StacSource source, StacQuery query, Consumer<IndexOutcome> sink)
      throws IOException {
    find(source, query, sink, (pages, images) -> {});
  }

  /**
   * The same.
   *
   * @param progress told of each page, on the calling thread
   * @throws java.util.concurrent.CancellationException soon after the thread was interrupted; or a
   *     {@link StacException}, where that ended a question that was under way
   */
  public void find(
      StacSource source, StacQuery query, Consumer<IndexOutcome> sink, SearchProgress progress)
      throws IOException {
    if (imagery.isEmpty()) {
      find(source, new Found(query, sink, progress, Optional.empty()));
      return;
    }
    try (Headers headers = new Headers(imagery.get())) {
      Found found = new Found(query, sink, progress, Optional.of(headers));
      try {
        find(source, found);
      } catch (StacException e) {
        if (!Thread.currentThread().isInterrupted()) {
          found.end();
        }
        throw e;
      }
      found.end();
    }
  }

  private void find(StacSource source, Found found) throws IOException {
    Optional<Path> folder = source.location().file().filter(Files::isDirectory);
    if (folder.isPresent()) {
      new ItemFolder(documents, found).read(folder.get());
      return;
    }
    StacDocument document = top(source, found);
    if (document.isItem()) {
      found.take(document.content(), source.location());
    } else if (!(source.location() instanceof ImageLocation.OfWeb web)
        || !search(web.uri(), document, source.collections(), found)) {
      new CatalogWalk(documents, found).from(source.location(), document);
    }
  }

  private StacDocument top(StacSource source, Found found) throws IOException {
    StacDocument document;
    try {
      document = documents.read(source.location(), item -> found.take(item, source.location()));
    } catch (StacException e) {
      throw e.isUnreached() ? e : new StacException(named(source) + ": " + e.getMessage(), e);
    }
    if (!document.isItem() && !document.isItemCollection() && !document.isCatalog()) {
      throw new StacException(
          named(source) + ": It is JSON, but no STAC catalogue; check the address.");
    }
    return document;
  }

  private static String named(StacSource source) {
    return source.location().toString();
  }

  /** Searches where the document, or the root of the collection it is, offers that. */
  private boolean search(URI here, StacDocument document, List<String> named, Found found)
      throws IOException {
    Optional<LandingPage> landing = LandingPage.of(here, document);
    if (landing.isPresent()) {
      new ItemSearch(documents, found).run(here, landing.get(), named);
      return true;
    }
    Optional<String> collection = Members.text(document.content(), "id");
    Optional<URI> root = root(here, document);
    if (root.isEmpty() || collection.isEmpty()) {
      return false;
    }
    StacDocument top = documents.read(new ImageLocation.OfWeb(root.get()), item -> {});
    landing = LandingPage.of(root.get(), top);
    if (landing.isEmpty()) {
      return false;
    }
    new ItemSearch(documents, found).run(root.get(), landing.get(), List.of(collection.get()));
    return true;
  }

  /** The root of a collection that can be asked for its Items. */
  private static Optional<URI> root(URI here, StacDocument document) {
    List<StacLink> links = document.links();
    return links.stream().noneMatch(link -> link.rel().equals("items"))
        ? Optional.empty()
        : links.stream()
            .filter(link -> link.rel().equals("root"))
            .flatMap(link -> Addresses.parse(link.href()).stream())
            .map(href -> Addresses.resolve(here, href))
            .filter(root -> Addresses.isWeb(root) && !root.equals(here))
            .findFirst();
  }
}
