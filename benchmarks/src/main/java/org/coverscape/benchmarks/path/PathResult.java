package org.coverscape.benchmarks.path;

import java.util.Locale;
import org.coverscape.engine.scoring.ScoringSummary;

/**
 * What a run over some tiles cost.
 *
 * @param tiles number of tiles
 * @param summary what came of the job
 * @param cpuSeconds CPU time of all threads of this process, collector and compiler among them
 * @param wallSeconds time from start to end
 * @param heapBytes the most heap in use after a collection
 * @param window calls in flight that the client had settled on for a service, at the end
 */
record PathResult(
    int tiles,
    ScoringSummary summary,
    double cpuSeconds,
    double wallSeconds,
    long heapBytes,
    int window) {
  static String heading() {
    return "tiles   chips  cpu s  wall s  read s  score s  images/cpu-s  images/s  ms cpu/chip  heap MiB  window";
  }

  /** One line of a table under {@link #heading}. */
  String line() {
    long chips = summary.scored();
    return String.format(
        Locale.ROOT,
        "%5d %7d %6.2f %7.2f %7.2f %8.2f %13.0f %9.0f %12.3f %9.1f %7d",
        tiles,
        chips,
        cpuSeconds,
        wallSeconds,
        summary.readingSeconds(),
        summary.scoringSeconds(),
        chips / cpuSeconds,
        chips / wallSeconds,
        1e3 * cpuSeconds / chips,
        heapBytes / 1048576.0,
        window);
  }
}
