package org.coverscape.cli.scale;

/**
 * A run to be imitated.
 *
 * @param clients machines, all alike
 * @param tiles of the whole run
 * @param imagery what is read
 * @param client one machine
 * @param network what lies between
 * @param services of one client
 * @param faults what goes wrong
 * @param work how tiles find their client
 * @param seed of the random numbers
 */
record Scenario(
    int clients,
    int tiles,
    Imagery imagery,
    Client client,
    Network network,
    Services services,
    Faults faults,
    Work work,
    long seed) {
  /** How tiles find their client. */
  enum Work {
    /** Each takes the next when it has room. */
    SHARED,
    /** The same number for each, given out beforehand. */
    GIVEN
  }

  Scenario {
    Numbers.positive(clients, "clients");
    Numbers.positive(tiles, "tiles");
  }

  long chips() {
    return (long) tiles * imagery.chipsPerTile();
  }

  Scenario withTiles(int count) {
    return new Scenario(clients, count, imagery, client, network, services, faults, work, seed);
  }

  Scenario withImagery(Imagery other) {
    return new Scenario(clients, tiles, other, client, network, services, faults, work, seed);
  }

  Scenario withClient(Client other) {
    return new Scenario(clients, tiles, imagery, other, network, services, faults, work, seed);
  }

  Scenario withNetwork(Network other) {
    return new Scenario(clients, tiles, imagery, client, other, services, faults, work, seed);
  }

  Scenario withServices(Services other) {
    return new Scenario(clients, tiles, imagery, client, network, other, faults, work, seed);
  }

  Scenario withFaults(Faults other) {
    return new Scenario(clients, tiles, imagery, client, network, services, other, work, seed);
  }

  Scenario withWork(Work other) {
    return new Scenario(clients, tiles, imagery, client, network, services, faults, other, seed);
  }

  Scenario withSeed(long other) {
    return new Scenario(clients, tiles, imagery, client, network, services, faults, work, other);
  }

  /**
   * The same with fewer clients, each with the same cores, services and network card, and with its
   * share of the storage: what each client sees does not change.
   */
  Scenario withClients(int count) {
    return new Scenario(
        count,
        tiles,
        imagery,
        client,
        network.withStorage(network.storageBytesPerSecond() * count / clients),
        services,
        faults,
        work,
        seed);
  }
}
