package org.coverscape.cli.scale;

import java.util.List;

/** What the model makes of the run of 2018. */
final class PastTables {
  private static final int TILES = 20;
  private static final double LIGHT_CORE = 1 / 120.0;
  private static final int TILES_OF_A_CLIENT =
      (int)
          Math.round(
              (double) Known.CHIPS / Known.CLIENTS / (Known.ROWS_OF_A_TILE * Known.ROWS_OF_A_TILE));

  private PastTables() {}

  /** The run as told and as imitated. */
  static String run() {
    Scenario scenario = Setups.of2018(1, TILES, LIGHT_CORE);
    Times times = Times.of(scenario);
    Client client = scenario.client();
    double longer = Forecast.of(scenario.withClient(overlapped(client))).seconds();
    double few =
        Forecast.of(
                scenario
                    .withClient(overlapped(client))
                    .withImagery(scenario.imagery().withBytesPerChip(Known.DEFLATE_BYTES)))
            .seconds();
    return new Table("", "told", "model")
        .row("scoring", Table.minutes(Known.SCORING_2018), Table.minutes(times.score()))
        .row("images/s while scoring", "~305,000", Table.rate(Known.CHIPS / times.score()))
        .row(
            "reading (storage fitted to it)",
            Table.minutes(Known.WALL_2018 - Known.SCORING_2018),
            Table.minutes(times.read()))
        .row(
            "all of it",
            Table.minutes(Known.WALL_2018),
            Table.minutes(times.read() + times.score()))
        .row("the same with reading and scoring overlapped", "", Table.minutes(longer))
        .row("the same, overlapped, 97 KB read per chip instead of 616", "", Table.minutes(few))
        .markdown();
  }

  private static Client overlapped(Client client) {
    return client.withOrder(Client.Order.OVERLAPPED).withQueue(Known.CORES * Known.ROWS_OF_A_TILE);
  }

  /** What different processor times of the unknown client would have meant. */
  static String cores() {
    Table table =
        new Table("core time per image while scoring", "images/s", "scoring", "cores busy");
    for (int perSecond : new int[] {30, 50, 60, 70, 90, 120, 450}) {
      Scenario scenario = Setups.of2018(1, TILES, 1.0 / perSecond);
      Times times = Times.of(scenario);
      table.row(
          "1/" + perSecond + " s",
          Table.rate(Known.CHIPS / times.score()),
          Table.minutes(times.score()),
          Table.percent(times.coresBusy()));
    }
    return table.markdown();
  }

  /** The same run imitated at different sizes: what justifies looking at one client. */
  static String sizes() {
    Table table =
        new Table("imitated", "chips", "scoring of the whole run", "reading of the whole run");
    for (int[] size : List.of(new int[] {1, 10}, new int[] {1, 40}, new int[] {4, 20})) {
      Scenario scenario = Setups.of2018(size[0], size[1], LIGHT_CORE);
      Times times = Times.of(scenario);
      table.row(
          (size[0] == 1 ? "1 client" : size[0] + " clients")
              + ", "
              + size[1]
              + " tiles each, and twice that",
          Table.whole(3.0 * scenario.chips()),
          Table.minutes(times.score()),
          Table.minutes(times.read()));
    }
    RunResult whole = Simulation.of(Setups.of2018(1, TILES_OF_A_CLIENT, LIGHT_CORE));
    return table
        .row(
            "1 client, all of its " + Table.whole(TILES_OF_A_CLIENT) + " tiles",
            Table.whole((double) whole.chips()),
            Table.minutes(whole.scoreSeconds()),
            Table.minutes(whole.readSeconds()))
        .markdown();
  }

  /** Lengths of the two halves of the whole run, from two short ones. */
  private record Times(double read, double score, double coresBusy) {
    static Times of(Scenario scenario) {
      RunResult once = Simulation.of(scenario);
      RunResult twice = Simulation.of(scenario.withTiles(2 * scenario.tiles()));
      double more = (double) (twice.chips() - once.chips());
      double chips = (double) Known.CHIPS * scenario.clients() / Known.CLIENTS;
      double times = (chips - once.chips()) / more;
      double scoring = twice.scoreSeconds() - once.scoreSeconds();
      double busy =
          scenario.client().sendSeconds()
              * more
              / (scoring * scenario.client().cores() * scenario.clients());
      return new Times(
          once.readSeconds() + times * (twice.readSeconds() - once.readSeconds()),
          once.scoreSeconds() + times * scoring,
          busy);
    }
  }
}
