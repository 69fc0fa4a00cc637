package org.coverscape.app.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.coverscape.engine.catalogue.CatalogueSearch;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.scoring.RegionImagery;
import org.coverscape.engine.stac.SearchProgress;
import org.coverscape.engine.stac.StacCatalog;
import org.coverscape.engine.stac.StacException;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.coverscape.engine.store.StoreException;

/**
 * Looks for imagery in catalogues and behind addresses, and keeps what it finds, for all projects,
 * for times without a network. Thread-safe; not for the screen's thread.
 *
 * @param catalogues how catalogues are asked
 * @param access opens images
 * @param kept the file of what was found
 */
public record OnlineImagery(StacCatalog catalogues, ImageryAccess access, Path kept) {
  private static final Logger LOG = Logger.getLogger(OnlineImagery.class.getName());

  /**
   * What a search came to.
   *
   * @param images what is to be used
   * @param sentence says it
   * @param good whether the search went as it should
   */
  record Answer(List<ImageryTile> images, String sentence, boolean good) {}

  /**
   * Searches a catalogue.
   *
   * @throws IOException with one sentence when it cannot be used
   * @throws java.util.concurrent.CancellationException soon after the thread was interrupted
   */
  Answer search(CatalogueSearch.Question question, SearchProgress progress) throws IOException {
    CatalogueSearch.Result result;
    try (SqliteTileCatalog catalog = open()) {
      result = new CatalogueSearch(catalogues, catalog).run(question, progress);
    }
    if (result.offline().isPresent()) {
      return new Answer(result.images(), SearchNews.offline(result), false);
    }
    if (result.images().isEmpty()) {
      return new Answer(List.of(), SearchNews.nothing(question, result), false);
    }
    RegionImagery found =
        RegionImagery.of(
            question.region(),
            (region, year) -> ofYear(result.images(), year),
            List.of(),
            question.anyGsd());
    return new Answer(result.images(), SearchNews.found(result, found.all()), true);
  }

  private static List<ImageryTile> ofYear(List<ImageryTile> images, OptionalInt year) {
    return images.stream().filter(image -> year.isEmpty() || image.year().equals(year)).toList();
  }

  /**
   * Reads what one image is.
   *
   * @throws IOException with one sentence when it cannot be scored
   */
  Answer image(ImageLocation address) throws IOException {
    IndexOutcome outcome = new ImageryIndexer(access).read(address);
    if (outcome instanceof IndexOutcome.Indexed indexed) {
      try (SqliteTileCatalog catalog = open()) {
        catalog.put(indexed.tile());
      }
      String when = indexed.tile().date().map(day -> ", taken " + day).orElse("");
      return new Answer(List.of(indexed.tile()), indexed.tile().id() + when + ", was added.", true);
    }
    String reason = outcome instanceof IndexOutcome.Refused no ? no.reason() : "It has no imagery.";
    throw new StacException(address.name() + " was not added: " + reason);
  }

  /** Where nothing can be kept, searches go on without. */
  private SqliteTileCatalog open() {
    try {
      return SqliteTileCatalog.open(kept);
    } catch (StoreException e) {
      LOG.log(Level.WARNING, "what is found online is not kept", e);
      return SqliteTileCatalog.inMemory();
    }
  }
}
