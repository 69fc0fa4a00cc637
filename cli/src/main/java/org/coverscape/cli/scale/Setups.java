package org.coverscape.cli.scale;

/** The runs that the document is about, as scenarios of one client or a few. */
final class Setups {
  /** Calls in flight to each service: what one in the same data centre needs, with room. */
  static final int WINDOW = 8;

  /** Readers for each core, so that cores decode while storage is waited for. */
  private static final int READERS_PER_CORE = 2;

  private static final int ROWS_WAITING_PER_CORE = 4;
  private static final int OUR_ROWS = 28;
  private static final int OUR_CHIPS_PER_ROW = 30;
  private static final long SEED = 2018;

  private Setups() {}

  /**
   * The run of 2018, told facts and the one fitted number; decoding is left free, because reading
   * was bound by storage.
   *
   * @param coreSeconds processor time of a chip while scoring: unknown, at most 1/60 s
   */
  static Scenario of2018(int clients, int tilesOfAClient, double coreSeconds) {
    Client client =
        new Client(
            Known.CORES,
            Known.CORES,
            1,
            Known.WINDOW_2018,
            coreSeconds,
            0,
            0,
            Client.Order.READ_THEN_SCORE,
            Client.Dealing.LEAST_BUSY);
    return new Scenario(
            Known.CLIENTS,
            clients * tilesOfAClient,
            new Imagery(Known.ROWS_OF_A_TILE, Known.ROWS_OF_A_TILE, Known.archiveBytesPerChip(), 0),
            client,
            network(Encoding.FILTERED),
            services(Known.SERVICES_OF_A_CLIENT),
            Faults.NONE,
            Scenario.Work.GIVEN,
            SEED)
        .withClients(clients);
  }

  /**
   * Coverscape on one of several clients like that of 2018, which share 800 services and the
   * storage of 2018 evenly; reading and scoring overlap.
   *
   * @param clients of the whole run; the scenario holds one of them
   * @param chipsPerService how long the scenario is, about
   */
  static Scenario ours(int clients, Format format, Encoding encoding, int chipsPerService) {
    int services = (Known.SERVICES + clients - 1) / clients;
    int chipsPerTile = OUR_ROWS * OUR_CHIPS_PER_ROW;
    int readers = Known.CORES * READERS_PER_CORE;
    int tiles = Math.max(1, services * chipsPerService / chipsPerTile);
    Client client =
        new Client(
            Known.CORES,
            readers,
            Known.CORES * ROWS_WAITING_PER_CORE * OUR_CHIPS_PER_ROW,
            WINDOW,
            encoding.sendSeconds(),
            Known.ANSWER,
            Known.JOURNAL,
            Client.Order.OVERLAPPED,
            Client.Dealing.LEAST_BUSY);
    Network all = network(encoding);
    return new Scenario(
        1,
        tiles * OUR_ROWS,
        new Imagery(OUR_CHIPS_PER_ROW, 1, format.bytesPerChip(), format.decodeSeconds()),
        client,
        all.withStorage(all.storageBytesPerSecond() * services / Known.SERVICES),
        services(services),
        Faults.NONE,
        Scenario.Work.SHARED,
        SEED);
  }

  private static Network network(Encoding encoding) {
    return new Network(
        Known.fittedStorage(),
        Known.STORAGE_LATENCY,
        Known.CARD,
        Known.CARD,
        Known.ONE_WAY,
        encoding.bytes());
  }

  private static Services services(int count) {
    return Services.of(count, 1 / Known.SERVICE_RATE).withJitter(Jitter.within(Known.SPREAD));
  }
}
