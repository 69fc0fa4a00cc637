package org.coverscape.engine.imagery;

import java.util.Arrays;
import java.util.Optional;

/** The ways to pack pixels that may stand in tag 259 of a TIFF; those that are known by name. */
enum TiffCompression {
  NONE(1, "nothing", true),
  CCITT_RUNS(2, "CCITT", false),
  CCITT_3(3, "CCITT", false),
  CCITT_4(4, "CCITT", false),
  LZW(5, "LZW", true),
  OLD_JPEG(6, "old-style JPEG", false),
  JPEG(7, "JPEG", true),
  DEFLATE(8, "deflate", true),
  OLD_DEFLATE(32946, "deflate", true),
  PACK_BITS(32773, "PackBits", true),
  APERIO_YCC(33003, "JPEG 2000", false),
  APERIO_RGB(33005, "JPEG 2000", false),
  JPEG_2000(34712, "JPEG 2000", false),
  LERC(34887, "LERC", true),
  LZMA(34925, "LZMA", false),
  ZSTD(50000, "Zstandard", true),
  WEBP(50001, "WebP", false),
  JPEG_XL(50002, "JPEG XL", false),
  JPEG_XL_DNG(52546, "JPEG XL", false),
  /** Any other number. */
  UNKNOWN(-1, "a way that is not known", false);

  private final int tag;
  private final String label;
  private final boolean readable;

  TiffCompression(int tag, String label, boolean readable) {
    this.tag = tag;
    this.label = label;
    this.readable = readable;
  }

  /** The one with a number, or {@link #UNKNOWN}. */
  static TiffCompression of(int tag) {
    return Arrays.stream(values()).filter(c -> c.tag == tag).findFirst().orElse(UNKNOWN);
  }

  /** Whether there is a decoder for it. */
  boolean isReadable() {
    return readable;
  }

  /** Whether tag 317 has a say: these are packed after pixels were made differences. */
  boolean hasPredictor() {
    return this == LZW || this == DEFLATE || this == OLD_DEFLATE || this == ZSTD;
  }

  /**
   * Why pixels, or a mask, that are packed so cannot be read.
   *
   * @param what begins the sentence: {@code Its pixels are}
   */
  Optional<String> refusal(String what) {
    if (readable) {
      return Optional.empty();
    }
    return Optional.of(
        this == UNKNOWN
            ? what + " packed in a way that is not known; save it again with deflate compression."
            : what
                + " packed with "
                + label
                + ", which cannot be read from a TIFF; save it again with deflate compression.");
  }
}
