package org.coverscape.cli.scale;

/** Scenarios in which nothing costs anything but what a test is about. */
final class Small {
  static final double DEVICE = 1 / 381.0;
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  private Small() {}

  /** One client, one service, free imagery, free network. */
  static Scenario scenario() {
    return new Scenario(
        1,
        10,
        new Imagery(10, 100, 0, 0),
        new Client(1000, 1, 1000, 20, 0, 0, 0, Client.Order.OVERLAPPED, Client.Dealing.LEAST_BUSY),
        new Network(NO_LIMIT, 0, NO_LIMIT, NO_LIMIT, 0, 0),
        Services.of(1, DEVICE),
        Faults.NONE,
        Scenario.Work.SHARED,
        2018);
  }

  static Scenario window(Scenario scenario, int window) {
    return scenario.withClient(scenario.client().withWindow(window));
  }

  static Scenario services(Scenario scenario, int count) {
    return scenario.withServices(scenario.services().withCount(count));
  }
}
