package org.coverscape.engine.imagery.mrf;

import java.util.Arrays;
import java.util.Optional;

/** What the pages of an MRF are. */
public enum MrfCompression {
  /** Samples as they are. */
  NONE(".til"),
  /** Samples packed by deflate. */
  DEFLATE(".pzp"),
  /** Samples packed by Zstandard. */
  ZSTD(".pzs"),
  /** JPEG streams. */
  JPEG(".pjg"),
  /** PNG streams. */
  PNG(".ppg"),
  /** PNG streams with a palette each. */
  PPNG(".ppg"),
  /** JPEG streams where all is opaque, PNG streams elsewhere. */
  JPNG(".pjp"),
  /** TIFF files. */
  TIF(".ptf"),
  /** LERC streams. */
  LERC(".lrc");

  private final String ending;

  MrfCompression(String ending) {
    this.ending = ending;
  }

  /** What the name of the data file ends with. */
  String ending() {
    return ending;
  }

  /** The one that a header names so, in letters of either case. */
  static Optional<MrfCompression> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Whether what is unpacked last are the samples themselves. */
  boolean isRaw() {
    return this == NONE || this == DEFLATE || this == ZSTD;
  }
}
