package org.coverscape.cli.scale;

/** A client's view of one service. */
final class ServiceLane {
  private final Device device;
  private int inFlight;
  private boolean up = true;

  ServiceLane(Device device) {
    this.device = device;
  }

  Device device() {
    return device;
  }

  int inFlight() {
    return inFlight;
  }

  void send() {
    inFlight++;
  }

  void returned() {
    inFlight--;
  }

  boolean isUp() {
    return up;
  }

  void up(boolean now) {
    up = now;
  }
}
