package org.coverscape.engine.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.stac.SearchProgress;
import org.coverscape.engine.stac.StacCatalog;
import org.coverscape.engine.stac.StacException;
import org.coverscape.engine.stac.StacQuery;
import org.coverscape.engine.stac.StacSource;
import org.coverscape.engine.store.SqliteTileCatalog;

/**
 * Looks for imagery of a region in a STAC catalogue and keeps what it finds in a catalogue of our
 * own, so that it is known later without the other one. Thread-safe where the catalogues are.
 */
public final class CatalogueSearch {
  /** Metres of the widest pixels that the network can be given. */
  private static final double MAX_GSD = 1.5;

  private final StacCatalog catalogues;
  private final SqliteTileCatalog kept;

  /**
   * Searches that keep what they find.
   *
   * @param catalogues how catalogues are asked
   * @param kept stays the caller's
   */
  public CatalogueSearch(StacCatalog catalogues, SqliteTileCatalog kept) {
    this.catalogues = catalogues;
    this.kept = kept;
  }

  /**
   * What is looked for.
   *
   * @param source the catalogue
   * @param region the ground
   * @param years in which images were taken; empty for all, also those without a date
   * @param anyGsd whether coarse images are wanted too
   */
  public record Question(StacSource source, Region region, List<Integer> years, boolean anyGsd) {
    /** Takes a copy of the list. */
    public Question {
      years = List.copyOf(years);
    }

    private StacQuery query() {
      StacQuery all = StacQuery.of(region, years);
      return anyGsd ? all : all.upTo(MAX_GSD);
    }

    private boolean isOfYears(ImageryTile tile) {
      return years.isEmpty() || tile.year().isPresent() && years.contains(tile.year().getAsInt());
    }
  }

  /**
   * What a search came to.
   *
   * @param images those that were found; of a catalogue that could not be asked to the end, all of
   *     the region and the years that are known, also from earlier searches
   * @param refused what could not be read
   * @param offline one sentence why the catalogue could not be asked to the end; empty when it was
   */
  public record Result(
      List<ImageryTile> images, List<IndexOutcome.Refused> refused, Optional<String> offline) {
    /** Takes copies of the lists. */
    public Result {
      images = List.copyOf(images);
      refused = List.copyOf(refused);
    }
  }

  /**
   * Searches; takes as long as the catalogue does.
   *
   * @param progress told of each page, on the calling thread
   * @throws StacException with one sentence when the catalogue cannot be used
   * @throws CancellationException soon after the thread was interrupted
   */
  public Result run(Question question, SearchProgress progress) throws IOException {
    List<ImageryTile> images = new ArrayList<>();
    List<IndexOutcome.Refused> refused = new ArrayList<>();
    Optional<String> offline = Optional.empty();
    try {
      catalogues.find(
          question.source(), question.query(), outcome -> sort(outcome, images, refused), progress);
    } catch (StacException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw stopped(e);
      }
      if (!e.isUnreached()) {
        throw e;
      }
      offline = Optional.of(String.valueOf(e.getMessage()));
    } finally {
      kept.putAll(images);
    }
    return new Result(offline.isEmpty() ? images : known(question), refused, offline);
  }

  private static void sort(
      IndexOutcome outcome, List<ImageryTile> images, List<IndexOutcome.Refused> refused) {
    if (outcome instanceof IndexOutcome.Indexed indexed) {
      images.add(indexed.tile());
    } else if (outcome instanceof IndexOutcome.Refused no) {
      refused.add(no);
    }
  }

  private List<ImageryTile> known(Question question) {
    return kept.covering(question.region(), OptionalInt.empty()).stream()
        .filter(question::isOfYears)
        .toList();
  }

  private static CancellationException stopped(StacException cause) {
    CancellationException stopped = new CancellationException("The search was stopped.");
    stopped.initCause(cause);
    return stopped;
  }
}
