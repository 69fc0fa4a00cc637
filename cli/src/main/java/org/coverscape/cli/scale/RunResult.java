package org.coverscape.cli.scale;

/**
 * What came of an imitated run. Shares are of the whole time, 0 to 1.
 *
 * @param seconds from the start to the last answer in the journal
 * @param readSeconds from the start to the last chip cut
 * @param chips that ended scored
 * @param scorings images that devices finished, those whose answer was an error included
 * @param retries chips sent another time
 * @param callSeconds mean time from sending a chip to its answer
 * @param meanInFlight calls in flight over all services, mean over time
 * @param coresBusy of the clients
 * @param devicesBusy of the services
 * @param storageBusy of the shared storage
 * @param inBusy of the clients' network cards, taking in
 * @param outBusy of the clients' network cards, sending
 * @param firstFree when the first client had nothing to do any more, in seconds
 */
record RunResult(
    double seconds,
    double readSeconds,
    long chips,
    long scorings,
    long retries,
    double callSeconds,
    double meanInFlight,
    double coresBusy,
    double devicesBusy,
    double storageBusy,
    double inBusy,
    double outBusy,
    double firstFree) {
  /** Chips a second over the whole run. */
  double rate() {
    return chips / seconds;
  }

  /** Seconds after the last chip was cut. */
  double scoreSeconds() {
    return seconds - readSeconds;
  }
}
