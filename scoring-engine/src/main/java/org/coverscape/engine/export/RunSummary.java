package org.coverscape.engine.export;

import java.util.List;
import java.util.Optional;

/**
 * What a summary says of a run and a map cannot tell.
 *
 * @param tiles images that cover the region
 * @param totalSeconds wall time of the run
 * @param readingSeconds time spent reading and cutting imagery
 * @param scoringSeconds time from the first chip sent to the last answer
 * @param imagesPerSecond chips answered per second of scoring
 * @param services what each service did
 * @param anyGsd whether imagery coarser than the model's was let in
 * @param version the program's version
 * @param chips how the chips ended; empty where each is one cell of the map
 */
public record RunSummary(
    int tiles,
    double totalSeconds,
    double readingSeconds,
    double scoringSeconds,
    double imagesPerSecond,
    List<ServiceUse> services,
    boolean anyGsd,
    String version,
    Optional<ChipCounts> chips) {
  /** Takes a copy of the list. */
  public RunSummary {
    services = List.copyOf(services);
  }

  /** A run whose chips are the cells of its map. */
  public RunSummary(
      int tiles,
      double totalSeconds,
      double readingSeconds,
      double scoringSeconds,
      double imagesPerSecond,
      List<ServiceUse> services,
      boolean anyGsd,
      String version) {
    this(
        tiles,
        totalSeconds,
        readingSeconds,
        scoringSeconds,
        imagesPerSecond,
        services,
        anyGsd,
        version,
        Optional.empty());
  }
}
