package org.coverscape.cli.scale;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A scenario with one thing changed at a time, by what was changed; numbered, to keep order. */
final class Changes {
  private static final double GIGABIT = 1e9 / 8;
  private final Map<String, Scenario> all = new TreeMap<>();
  private final Scenario base;

  private Changes(Scenario base) {
    this.base = base;
  }

  static Map<String, Scenario> of(Scenario base) {
    Changes changes = new Changes(base);
    changes.add("nothing: the base", base);
    changes.network();
    changes.machines();
    changes.windows();
    changes.services();
    return changes.all;
  }

  private void add(String what, Scenario changed) {
    all.put(String.format(Locale.ROOT, "%02d ", all.size()) + what, changed);
  }

  private void network() {
    Network n = base.network();
    add("network cards of 10 Gb/s", base.withNetwork(n.withCards(10 * GIGABIT)));
    add("network cards of 50 Gb/s", base.withNetwork(n.withCards(50 * GIGABIT)));
    double storage = n.storageBytesPerSecond();
    add("half the storage", base.withNetwork(n.withStorage(storage / 2)));
    add("a quarter of it", base.withNetwork(n.withStorage(storage / 4)));
    Imagery whole = base.imagery().withBytesPerChip(Known.archiveBytesPerChip());
    add("all 120 TB are read: 616 KB for a chip", base.withImagery(whole));
  }

  private void machines() {
    Imagery imagery = base.imagery();
    double decode = imagery.decodeSeconds();
    add("decoding takes twice as long", base.withImagery(imagery.withDecodeSeconds(2 * decode)));
    add("half the cores", base.withClient(base.client().withCores(Known.CORES / 2)));
    add("one reader per client", base.withClient(base.client().withReaders(1)));
    add("journal at 100 µs a row", base.withClient(base.client().withJournalSeconds(1e-4)));
  }

  private void windows() {
    Client client = base.client();
    add("1 call in flight", base.withClient(client.withWindow(1)));
    add("2", base.withClient(client.withWindow(2)));
    add("20", base.withClient(client.withWindow(20)));
    Scenario far = base.withNetwork(base.network().withOneWay(0.025));
    add("services 50 ms away, 8 in flight", far);
    add("services 50 ms away, 20", far.withClient(client.withWindow(20)));
    add("services 50 ms away, 32", far.withClient(client.withWindow(32)));
  }

  private void services() {
    Services services = base.services();
    add("devices spread by 50 %", base.withServices(services.withJitter(Jitter.within(0.5))));
    add("1 % of answers are errors", base.withFaults(new Faults(0.01, 1e9, 1, 1)));
    add("services die every 30 s for 1 s", base.withFaults(new Faults(0, 30, 1, 0.25)));
    int slow = (services.count() + 9) / 10;
    Scenario unequal = base.withServices(services.withSlow(slow, 4));
    add("a tenth of the services 4 × slower", unequal);
    add(
        "a tenth 4 × slower, chips dealt in turn",
        unequal.withClient(base.client().withDealing(Client.Dealing.IN_TURN)));
    Services twice = services.withDeviceSeconds(services.deviceSeconds() / 2);
    add("devices twice as fast", base.withServices(twice));
  }
}
