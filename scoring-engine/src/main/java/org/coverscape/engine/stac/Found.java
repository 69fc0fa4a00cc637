package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.IndexOutcome;
import org.locationtech.jts.geom.Envelope;

/** Reads the Items of one search and hands on what is wanted, each image once. */
final class Found {
  /** More than this is no region but a country. */
  private static final int MOST_ITEMS = 200_000;

  private final StacQuery query;
  private final Consumer<IndexOutcome> sink;
  private final SearchProgress progress;
  private final Optional<Headers> headers;
  private final Set<UUID> items = new HashSet<>();
  private final Set<UUID> ofQuestion = new HashSet<>();
  private final Set<UUID> places = new HashSet<>();

  private int pages;
  private int images;

  /**
   * Nothing was found yet.
   *
   * @param headers reads what Items leave open; without it they are refused
   */
  Found(
      StacQuery query,
      Consumer<IndexOutcome> sink,
      SearchProgress progress,
      Optional<Headers> headers) {
    this.query = query;
    this.sink = sink;
    this.progress = progress;
    this.headers = headers;
  }

  StacQuery query() {
    return query;
  }

  /**
   * Takes an Item.
   *
   * @param document where it was read
   * @throws StacException when there are too many
   */
  void take(JsonNode item, ImageLocation document) throws StacException {
    UUID key = key(item.path("collection").asText() + '/' + item.path("id").asText());
    items.add(key);
    ofQuestion.add(key);
    if (isFull()) {
      throw new StacException(
          "The search finds more than 200,000 images; make the region smaller or name a year.");
    }
    if (!touches(Members.numbers(item, "bbox"))) {
      return;
    }
    IndexOutcome outcome = ItemReader.read(item, document);
    Optional<UnplacedItem> unplaced =
        headers.isPresent() && outcome instanceof IndexOutcome.Refused
            ? ItemReader.unplaced(item, document)
            : Optional.empty();
    if (unplaced.isEmpty()) {
      hand(outcome);
    } else if (isOfYears(unplaced.get())
        && places.add(key("header\n" + unplaced.get().location().text()))) {
      headers.get().take(unplaced.get(), this::hand);
    }
  }

  private boolean isOfYears(UnplacedItem item) {
    return query.years().isEmpty()
        || item.date().isEmpty()
        || query.years().contains(item.date().get().getYear());
  }

  /** Reads the headers that were put off. */
  void end() throws StacException {
    if (headers.isPresent()) {
      headers.get().flush(this::hand);
    }
  }

  private void hand(IndexOutcome outcome) {
    if (outcome instanceof IndexOutcome.Refused refused) {
      refuse(refused.location(), refused.reason());
    } else if (outcome instanceof IndexOutcome.Indexed indexed
        && query.wants(indexed.tile())
        && places.add(key(indexed.location().text()))) {
      images++;
      sink.accept(outcome);
    }
  }

  /**
   * A page of results, or another document of the catalogue, was read.
   *
   * @throws CancellationException when the thread was interrupted
   */
  void page() {
    pages++;
    progress.at(pages, images);
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The search was stopped.");
    }
  }

  /** Whether a box of STAC may touch the ground; one that makes no sense may. */
  boolean touches(List<Double> box) {
    if (box.size() != 4 && box.size() != 6) {
      return true;
    }
    int half = box.size() / 2;
    double west = box.get(0);
    double east = box.get(half);
    return west > east
        || query.area().touches(new Envelope(west, east, box.get(1), box.get(half + 1)));
  }

  /** Tells of something that cannot be read, once. */
  void refuse(ImageLocation location, String reason) {
    if (places.size() < MOST_ITEMS && places.add(key(location.text() + '\n' + reason))) {
      sink.accept(new IndexOutcome.Refused(location, reason));
    }
  }

  /** Whether there are more Items than a search may have. */
  boolean isFull() {
    return items.size() > MOST_ITEMS;
  }

  /** Sixteen bytes for a text of any length: names that a catalogue chooses are not kept. */
  static UUID key(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Begins to count the answers to another question, which may be the same Items again. */
  void begin() {
    ofQuestion.clear();
  }

  /** Number of different Items that answered the present question, wanted or not. */
  int count() {
    return ofQuestion.size();
  }
}
