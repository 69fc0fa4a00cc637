package org.coverscape.cli.scale;

/** What the imagery is kept as. */
enum Format {
  /** Deflate GeoTIFF of four bands. */
  DEFLATE("deflate GeoTIFF", Known.DEFLATE_BYTES, Known.DEFLATE_CHIP),
  /** JPEG COG of three bands. */
  COG("JPEG COG", Known.COG_BYTES, Known.COG_CHIP);

  private final String label;
  private final double bytesPerChip;
  private final double chipSeconds;

  Format(String label, double bytesPerChip, double chipSeconds) {
    this.label = label;
    this.bytesPerChip = bytesPerChip;
    this.chipSeconds = chipSeconds;
  }

  String label() {
    return label;
  }

  /** Bytes read for a chip. */
  double bytesPerChip() {
    return bytesPerChip;
  }

  /** Processor time of the client for a chip sent as a stored PNG, all in all. */
  double chipSeconds() {
    return chipSeconds;
  }

  /** Of it, what is neither sending nor the answer. */
  double decodeSeconds() {
    return chipSeconds - Known.SEND_STORED - Known.ANSWER;
  }
}
