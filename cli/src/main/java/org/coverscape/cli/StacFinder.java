package org.coverscape.cli;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.coverscape.engine.catalogue.CatalogueSearch;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.stac.StacCatalog;
import org.coverscape.engine.store.SqliteTileCatalog;

/** Looks for imagery in a STAC catalogue and keeps what it finds in one of our own. */
final class StacFinder {
  private static final int MOST_NOTES = 10;

  private final StacCatalog catalogues;
  private final Reporter reporter;

  /**
   * A finder.
   *
   * @param catalogues how catalogues are asked
   */
  StacFinder(StacCatalog catalogues, Reporter reporter) {
    this.catalogues = catalogues;
    this.reporter = reporter;
  }

  /**
   * Looks for images of a region and puts them into a catalogue; where the other one cannot be
   * reached, those that were found earlier have to do.
   *
   * @return what could not be read, and what is to be said of a catalogue that was not reached
   * @throws UserException when there are none of those
   */
  CatalogueSearch.Result find(CatalogueSearch.Question question, SqliteTileCatalog into)
      throws IOException {
    CatalogueSearch.Result result =
        new CatalogueSearch(catalogues, into).run(question, (pages, images) -> {});
    return new CatalogueSearch.Result(
        result.images(),
        result.refused(),
        result.offline().map(fault -> offline(fault, question, into)));
  }

  private String offline(String fault, CatalogueSearch.Question question, SqliteTileCatalog kept) {
    int known = kept.covering(question.region(), OptionalInt.empty()).size();
    if (known == 0) {
      throw new UserException(
          fault
              + " No imagery of this region was found earlier; name a catalogue that has some with"
              + " --catalog F.");
    }
    String sentence =
        fault
            + " Going on with what was found until now: "
            + known
            + (known == 1 ? " image" : " images")
            + " of this region.";
    reporter.note(question.source().name() + ": " + sentence);
    return sentence;
  }

  /** Tells what could not be read, as much of it as a person reads. */
  static void tell(Reporter reporter, List<IndexOutcome.Refused> refused) {
    refused.stream()
        .limit(MOST_NOTES)
        .forEach(r -> reporter.note("Left out " + r.location() + ": " + r.reason()));
    if (refused.size() > MOST_NOTES) {
      reporter.note("Left out " + (refused.size() - MOST_NOTES) + " more.");
    }
  }
}
