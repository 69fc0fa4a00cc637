package org.coverscape.cli.scale;

/**
 * What goes wrong.
 *
 * @param errorShare share of answers that are errors, 0 to 1
 * @param meanLife mean seconds until a service dies; infinite for never
 * @param downSeconds until it is back
 * @param probeSeconds between two questions of a client to a service it has lost
 */
record Faults(double errorShare, double meanLife, double downSeconds, double probeSeconds) {
  /** Nothing goes wrong. */
  static final Faults NONE = new Faults(0, Double.POSITIVE_INFINITY, 0, 1);

  Faults {
    Numbers.notNegative(errorShare, "share of errors");
    Numbers.notNegative(1 - errorShare, "share of answers");
    Numbers.positive(meanLife, "life of a service");
    Numbers.notNegative(downSeconds, "time to restart");
    Numbers.positive(probeSeconds, "time between probes");
  }
}
