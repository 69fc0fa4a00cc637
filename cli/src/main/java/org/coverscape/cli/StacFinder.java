package org.coverscape.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.stac.StacCatalog;
import org.coverscape.engine.stac.StacException;
import org.coverscape.engine.stac.StacQuery;
import org.coverscape.engine.stac.StacSource;
import org.coverscape.engine.stac.StacTransport;
import org.coverscape.engine.store.SqliteTileCatalog;

/** Looks for imagery in a STAC catalogue and keeps what it finds in one of our own. */
final class StacFinder {
  /** As coarse as images are that the network can be given. */
  private static final double MAX_GSD = 1.5;

  private static final int MOST_NOTES = 10;

  private final StacTransport transport;
  private final ImageryAccess imagery;
  private final Reporter reporter;

  /**
   * A finder.
   *
   * @param imagery reads the headers of images whose entries do not say where they lie
   */
  StacFinder(StacTransport transport, ImageryAccess imagery, Reporter reporter) {
    this.transport = transport;
    this.imagery = imagery;
    this.reporter = reporter;
  }

  /**
   * What a search came to.
   *
   * @param refused what could not be read
   * @param offline why the catalogue could not be asked to the end; empty when it was
   */
  record Result(List<IndexOutcome.Refused> refused, Optional<String> offline) {}

  /**
   * Looks for images of a region and puts them into a catalogue; where the other one cannot be
   * reached, those that were found earlier have to do.
   *
   * @throws UserException when there are none of those
   */
  Result find(
      StacSource source, Region region, List<Integer> years, boolean anyGsd, SqliteTileCatalog into)
      throws IOException {
    List<IndexOutcome.Refused> refused = new ArrayList<>();
    StacQuery all = StacQuery.of(region, years);
    try {
      new StacCatalog(transport, imagery)
          .find(
              source,
              anyGsd ? all : all.upTo(MAX_GSD),
              outcome -> {
                if (outcome instanceof IndexOutcome.Indexed indexed) {
                  into.put(indexed.tile());
                } else if (outcome instanceof IndexOutcome.Refused r) {
                  refused.add(r);
                }
              });
    } catch (StacException e) {
      if (!e.isUnreached()) {
        throw e;
      }
      return new Result(refused, Optional.of(offline(e, source, region, into)));
    }
    return new Result(refused, Optional.empty());
  }

  private String offline(
      StacException fault, StacSource source, Region region, SqliteTileCatalog kept) {
    int known = kept.covering(region, OptionalInt.empty()).size();
    if (known == 0) {
      throw new UserException(
          fault.getMessage()
              + " No imagery of this region was found earlier; name a catalogue that has some with"
              + " --catalog F.",
          fault);
    }
    String sentence =
        fault.getMessage()
            + " Going on with what was found until now: "
            + known
            + (known == 1 ? " image" : " images")
            + " of this region.";
    reporter.note(source.name() + ": " + sentence);
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
