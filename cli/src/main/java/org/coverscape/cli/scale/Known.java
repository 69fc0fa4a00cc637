package org.coverscape.cli.scale;

/**
 * The numbers that the model is fed with, each with where it comes from. Whoever measures one anew
 * changes it here; {@code docs/scale.md} is then out of date, and a test says so.
 */
final class Known {
  // ---- told of the run of 2018

  /** Chips of the run. */
  static final long CHIPS = 194_892_896L;

  /** Bytes of imagery, "about 120 TB". */
  static final double ARCHIVE_BYTES = 120e12;

  /** Services, and images a second of each. */
  static final int SERVICES = 800;

  static final double SERVICE_RATE = 381;

  /** Client machines, their cores, services and calls in flight to each. */
  static final int CLIENTS = 80;

  static final int CORES = 64;
  static final int SERVICES_OF_A_CLIENT = 10;
  static final int WINDOW_2018 = 20;

  /** Seconds of scoring (10 min 38 s) and of the whole run (47 min). */
  static final double SCORING_2018 = 638;

  static final double WALL_2018 = 47 * 60;

  /** Images a second that a client's core drove. */
  static final double CORE_RATE_2018 = 60;

  /** Chips in a tile of 7 km: 31 rows of 31 whole chips of 224 m. */
  static final int ROWS_OF_A_TILE = 31;

  // ---- measured on two shared cores: seconds of processor time for a chip

  /**
   * Everything a client does for a chip out of a deflate GeoTIFF, sent as a stored PNG, collector
   * and compiler included: 611 and 626 chips a CPU-second in ten full tiles (docs/benchmarks.md).
   */
  static final double DEFLATE_CHIP = 1 / 610.0;

  /** The same out of a JPEG COG: 1,275 to 1,457. */
  static final double COG_CHIP = 1 / 1300.0;

  /** Of it: encode as stored PNG, 0.05 ms, and send 150 KB over gRPC, 0.15 ms. */
  static final double SEND_STORED = 0.0002;

  /** Of it: take the answer in and note it down. */
  static final double ANSWER = 0.00005;

  /** The journal's writer, for a row: 8.9 µs measured with 200,000 rows. */
  static final double JOURNAL = 0.00001;

  /** A PNG with Up filters and Huffman codes: 1 ms more to make than a stored one. */
  static final double SEND_FILTERED = 0.0011;

  /** JPEG by the JDK: 0.6 ms, and less to send. */
  static final double SEND_JPEG = 0.00066;

  // ---- measured: bytes of a chip

  static final double STORED_BYTES = 151e3;
  static final double FILTERED_BYTES = 88e3;
  static final double JPEG_BYTES = 10e3;

  /** A full quarter-quad of 837 chips made of real scenes: 81.3 MB as deflate GeoTIFF. */
  static final double DEFLATE_BYTES = 81.3e6 / 837;

  /** The same as JPEG COG: 6.63 MB. */
  static final double COG_BYTES = 6.63e6 / 837;

  // ---- assumed

  /** A client's network card: 25 Gb/s each way. */
  static final double CARD = 25e9 / 8;

  /** A client to a service in one data centre, seconds one way. */
  static final double ONE_WAY = 0.0003;

  /** First byte of a read from storage, seconds. */
  static final double STORAGE_LATENCY = 0.01;

  /** Spread of the device's time about its mean. */
  static final double SPREAD = 0.05;

  private Known() {}

  /** Bytes a second of the storage in 2018, all clients together: fitted to the 47 minutes. */
  static double fittedStorage() {
    return ARCHIVE_BYTES / (WALL_2018 - SCORING_2018);
  }

  /** Bytes of the archive for each chip of it. */
  static double archiveBytesPerChip() {
    return ARCHIVE_BYTES / CHIPS;
  }
}
