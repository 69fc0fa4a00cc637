package org.coverscape.cli.scale;

import java.util.Map;
import java.util.TreeMap;

/** What Coverscape needs for the same chips. */
final class OurTables {
  private static final int CHIPS_PER_SERVICE = 1500;

  /** Longer where answers decide over a machine more or less. */
  private static final int LONG = 4000;

  private static final int FASTEST = 4;
  private static final double ENOUGH = 0.95;

  private OurTables() {}

  /** The clients that each kind of imagery and encoding needs, and what limits fewer of them. */
  static String clients() {
    Table table =
        new Table(
            "imagery, request",
            "ms of core",
            "GB/s sent",
            "GB/s read",
            "clients by cores",
            "by cards",
            "images/s",
            "all of it",
            "cores busy",
            "cards busy");
    for (Format format : Format.values()) {
      for (Encoding encoding : Encoding.values()) {
        row(table, format, encoding);
      }
    }
    return table.markdown();
  }

  private static void row(Table table, Format format, Encoding encoding) {
    double rate = Known.SERVICES * Known.SERVICE_RATE;
    double core = format.decodeSeconds() + encoding.sendSeconds() + Known.ANSWER;
    double byCores = rate * core / Known.CORES;
    double byCards = rate * Math.max(encoding.bytes(), format.bytesPerChip()) / Known.CARD;
    int clients = Math.max(FASTEST, (int) Math.ceil(Math.max(byCores, byCards) / ENOUGH));
    Forecast forecast = Forecast.of(Setups.ours(clients, format, encoding, LONG));
    table.row(
        format.label() + ", " + encoding.label() + ": **" + clients + " clients**",
        String.format(java.util.Locale.ROOT, "%.2f", 1000 * core),
        String.format(java.util.Locale.ROOT, "%.1f", rate * encoding.bytes() / 1e9),
        String.format(java.util.Locale.ROOT, "%.1f", rate * format.bytesPerChip() / 1e9),
        String.format(java.util.Locale.ROOT, "%.1f", byCores),
        String.format(java.util.Locale.ROOT, "%.1f", byCards),
        Table.rate(forecast.rate()),
        Table.minutes(forecast.seconds()),
        Table.percent(forecast.last().coresBusy()),
        Table.percent(Math.max(forecast.last().outBusy(), forecast.last().inBusy())));
  }

  /** What changes when one thing does. */
  static String sensitivity() {
    Scenario base = base();
    Forecast usual = Forecast.of(base);
    Table table = new Table("one thing changed", "images/s", "all of it", "against the base");
    for (Map.Entry<String, Scenario> change : Changes.of(base).entrySet()) {
      Forecast forecast = Forecast.of(change.getValue());
      table.row(
          change.getKey().substring(3),
          Table.rate(forecast.rate()),
          Table.minutes(forecast.seconds()),
          Table.percent(forecast.rate() / usual.rate()));
    }
    return table.markdown();
  }

  /** 16 clients, deflate GeoTIFF, stored PNG. */
  static Scenario base() {
    return Setups.ours(16, Format.DEFLATE, Encoding.STORED, CHIPS_PER_SERVICE);
  }

  /** One machine of four that is three times as slow: tiles given out beforehand, or taken. */
  static String slowMachine() {
    Scenario one = base();
    Scenario four =
        one.withTiles(4 * one.tiles())
            .withClients(4)
            .withServices(one.services().withSlow(one.services().count(), 3));
    double even = Simulation.of(four.withServices(one.services())).seconds();
    double possible = even * 4 / (3 + 1 / 3.0);
    Table table = new Table("tiles of four clients", "seconds", "against the best possible");
    Map<String, Scenario.Work> ways = new TreeMap<>();
    ways.put("given out beforehand", Scenario.Work.GIVEN);
    ways.put("taken by whoever has room", Scenario.Work.SHARED);
    ways.forEach(
        (name, work) -> {
          double seconds = Simulation.of(four.withWork(work)).seconds();
          table.row(
              name,
              String.format(java.util.Locale.ROOT, "%.1f", seconds),
              Table.percent(seconds / possible));
        });
    return table.markdown();
  }
}
