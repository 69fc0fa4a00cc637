package org.coverscape.cli.scale;

/** How chips are put into requests. */
enum Encoding {
  /** Not compressed. */
  STORED("stored PNG", Known.STORED_BYTES, Known.SEND_STORED),
  /** Compressed a little, losslessly. */
  FILTERED("Up + Huffman PNG", Known.FILTERED_BYTES, Known.SEND_FILTERED),
  /** Lossy. */
  JPEG("JPEG", Known.JPEG_BYTES, Known.SEND_JPEG);

  private final String label;
  private final double bytes;
  private final double sendSeconds;

  Encoding(String label, double bytes, double sendSeconds) {
    this.label = label;
    this.bytes = bytes;
    this.sendSeconds = sendSeconds;
  }

  String label() {
    return label;
  }

  /** Bytes of a request. */
  double bytes() {
    return bytes;
  }

  /** Processor time to encode and send a chip. */
  double sendSeconds() {
    return sendSeconds;
  }
}
