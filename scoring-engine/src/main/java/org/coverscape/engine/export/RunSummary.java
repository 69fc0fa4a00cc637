package org.coverscape.engine.export;

import java.util.List;

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
 */
public record RunSummary(
    int tiles,
    double totalSeconds,
    double readingSeconds,
    double scoringSeconds,
    double imagesPerSecond,
    List<ServiceUse> services,
    boolean anyGsd,
    String version) {
  /** Takes a copy of the list. */
  public RunSummary {
    services = List.copyOf(services);
  }
}
