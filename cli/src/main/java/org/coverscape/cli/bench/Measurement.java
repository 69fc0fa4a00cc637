package org.coverscape.cli.bench;

/**
 * One measurement, once warm.
 *
 * @param imagesPerSecond answers a second
 * @param callMillis mean time from sending a chip to its answer, warm-up included
 * @param cpuMicros processor time of the client for an image
 * @param wrong answers that belong to another chip
 * @param unscored chips without an answer
 */
record Measurement(
    double imagesPerSecond, double callMillis, double cpuMicros, int wrong, int unscored) {}
