package org.coverscape.cli.scale;

import java.util.Arrays;

/** Gives tiles to clients, each tile once. */
final class TileSupply {
  private final Scenario.Work work;
  private final int[] given;
  private int shared;

  TileSupply(Scenario scenario) {
    work = scenario.work();
    shared = scenario.tiles();
    given = new int[scenario.clients()];
    Arrays.setAll(
        given,
        client ->
            scenario.tiles() / given.length + (client < scenario.tiles() % given.length ? 1 : 0));
  }

  /** Whether a client gets another tile. */
  boolean take(int client) {
    return work == Scenario.Work.SHARED ? shared-- > 0 : given[client]-- > 0;
  }
}
