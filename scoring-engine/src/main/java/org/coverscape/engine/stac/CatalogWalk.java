package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.coverscape.engine.imagery.ImageLocation;

/**
 * Walks through a static catalogue by its links, each document once, nearer ones first; leaves out
 * collections that lie elsewhere or in other years.
 */
final class CatalogWalk {
  private static final int MOST_DOCUMENTS = 50_000;
  private static final int DEEPEST = 24;

  /** Documents in a row that cannot be reached, before the catalogue counts as gone. */
  private static final int MOST_UNREACHED = 10;

  private static final Set<String> DOWN = Set.of("child", "item", "items", "next");

  private final Documents documents;
  private final Found found;
  private final Set<UUID> seen = new HashSet<>();
  private final Queue<Step> open = new ArrayDeque<>();
  private boolean cut;
  private int unreached;

  CatalogWalk(Documents documents, Found found) {
    this.documents = documents;
    this.found = found;
  }

  /**
   * A document that is to be read.
   *
   * @param asked its address in full, where it is one of the web
   */
  private record Step(ImageLocation location, Optional<URI> asked, int depth) {
    UUID key() {
      return Found.key(asked.map(URI::toString).orElseGet(location::text));
    }
  }

  /** Walks on from a document that was read already. */
  void from(ImageLocation start, StacDocument document) throws IOException {
    seen.add(Found.key(start.text()));
    follow(new Step(start, Optional.empty(), 0), document);
    for (Step step = open.poll(); step != null; step = open.poll()) {
      visit(step);
    }
    if (cut) {
      found.refuse(
          start,
          "It is nested too deeply or too large to be walked through; what came until then is used.");
    }
  }

  private void visit(Step step) throws IOException {
    found.page();
    try {
      StacDocument.Items items = item -> found.take(item, step.location());
      follow(
          step,
          step.asked().isPresent()
              ? documents.read(step.asked().get(), items)
              : documents.read(step.location(), items));
      unreached = 0;
    } catch (StacException e) {
      unreached = e.isUnreached() ? unreached + 1 : 0;
      if (unreached >= MOST_UNREACHED || found.isFull()) {
        throw e;
      }
      found.refuse(step.location(), String.valueOf(e.getMessage()));
    }
  }

  private void follow(Step step, StacDocument document) throws IOException {
    if (document.isItem()) {
      found.take(document.content(), step.location());
    } else if (!document.isItemCollection() && !document.isCatalog()) {
      found.refuse(step.location(), "It is JSON, but no STAC document.");
    } else if (!isElsewhere(document.content().path("extent"))) {
      document.links().stream()
          .filter(link -> DOWN.contains(link.rel()) && !link.isPost())
          .forEach(link -> enqueue(step, link));
    }
  }

  private void enqueue(Step from, StacLink link) {
    boolean page = link.rel().equals("next");
    if (!page && from.depth() >= DEEPEST || seen.size() >= MOST_DOCUMENTS) {
      cut = true;
      return;
    }
    Hrefs.resolve(link.href(), from.location())
        .ifPresentOrElse(
            location -> {
              Optional<URI> asked = Hrefs.asked(link.href(), from.location());
              Step step = new Step(location, asked, from.depth() + (page ? 0 : 1));
              if (seen.add(step.key())) {
                open.add(step);
              }
            },
            () ->
                found.refuse(
                    from.location(),
                    "It has a link that leads nowhere; its catalogue is damaged."));
  }

  private boolean isElsewhere(JsonNode extent) {
    JsonNode boxes = extent.path("spatial").path("bbox");
    if (boxes.isArray() && !boxes.isEmpty()) {
      // the first box is around all others
      if (!found.touches(Members.numbers(boxes.path(0)))) {
        return true;
      }
    }
    return isOtherYears(extent.path("temporal").path("interval").path(0));
  }

  private boolean isOtherYears(JsonNode interval) {
    SortedSet<Integer> years = found.query().years();
    if (years.isEmpty() || interval.size() != 2) {
      return false;
    }
    int from = year(interval.path(0), Integer.MIN_VALUE);
    int to = year(interval.path(1), Integer.MAX_VALUE);
    return years.stream().noneMatch(year -> year >= from && year <= to);
  }

  private static int year(JsonNode time, int otherwise) {
    String text = time.asText("");
    return text.matches("\\d{4}-.*") ? Integer.parseInt(text.substring(0, 4)) : otherwise;
  }
}
