package org.coverscape.cli.scale;

/**
 * How long the whole run takes, from two short ones: what filling and draining cost is the same for
 * each, the rest grows with the chips.
 *
 * @param startSeconds what does not grow
 * @param chipSeconds what each chip of the scenario's clients adds
 * @param last the longer of the two runs
 * @param services of the scenario's clients
 */
record Forecast(double startSeconds, double chipSeconds, RunResult last, int services) {
  /** Runs a scenario once and once twice as long. */
  static Forecast of(Scenario scenario) {
    RunResult once = Simulation.of(scenario);
    RunResult twice = Simulation.of(scenario.withTiles(2 * scenario.tiles()));
    double perChip = (twice.seconds() - once.seconds()) / (twice.chips() - once.chips());
    return new Forecast(
        once.seconds() - perChip * once.chips(),
        perChip,
        twice,
        scenario.clients() * scenario.services().count());
  }

  /** Seconds for all chips of 2018 over 800 services, each client with its share of both. */
  double seconds() {
    return startSeconds + chipSeconds * Known.CHIPS * services / Known.SERVICES;
  }

  /** Images a second of all clients together. */
  double rate() {
    return Known.SERVICES / (services * chipSeconds);
  }
}
