package org.coverscape.engine.imagery;

import java.util.Optional;

/** Whether the pixels of a TIFF are red, green and blue that can be read. */
final class TiffSuitability {
  private TiffSuitability() {}

  /**
   * Checks what the header says.
   *
   * @param bands bands without opacity
   * @throws TiffException with one plain sentence when the image cannot be scored
   */
  static void check(TiffDirectory tiff, int bands) throws TiffException {
    Optional<String> fault =
        kind(tiff.shape(), bands)
            .or(() -> depth(tiff.shape()))
            .or(() -> tiff.layout().coding().refusal(tiff.shape()));
    if (fault.isPresent()) {
      throw new TiffException(fault.get());
    }
    if (tiff.mask().isPresent()) {
      tiff.mask().get().check();
    }
  }

  private static Optional<String> kind(TiffShape shape, int bands) {
    if (shape.photometric() == 3) {
      return Optional.of("It is a palette image; Coverscape scores red, green, blue imagery.");
    }
    if (shape.samples() == 1) {
      return Optional.of("It is a grey image; Coverscape scores red, green, blue imagery.");
    }
    if (bands != 3 && bands != 4) {
      return Optional.of(
          "It has " + shape.samples() + " bands; Coverscape scores imagery of 3 or 4 bands.");
    }
    return shape.photometric() > 2 && shape.photometric() != 6
        ? Optional.of("Its colours are not red, green and blue; export it as RGB.")
        : Optional.empty();
  }

  private static Optional<String> depth(TiffShape shape) {
    if (shape.bits() != 8) {
      return Optional.of(
          shape.bits() == 0
              ? "Its bands differ in depth; Coverscape scores 8-bit red, green, blue imagery."
              : "It has "
                  + shape.bits()
                  + "-bit bands; Coverscape scores 8-bit red, green, blue imagery.");
    }
    return shape.format() != 1 && shape.format() != 4
        ? Optional.of(
            "Its bands are not unsigned; Coverscape scores 8-bit red, green, blue imagery.")
        : Optional.empty();
  }
}
