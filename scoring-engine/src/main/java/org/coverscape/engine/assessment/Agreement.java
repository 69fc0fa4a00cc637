package org.coverscape.engine.assessment;

import java.util.List;
import org.coverscape.engine.landcover.Crosswalk;

/**
 * How far a map and a reference raster say the same of the same ground: two maps, of two times.
 *
 * <p>Counted at the centres of the reference's pixels that lie in the region. Every such pixel is
 * in exactly one of: the matrix, unscored, no data, unknown code. Immutable.
 *
 * @param subject the two maps
 * @param crosswalk what the reference's codes were taken for
 * @param codes the codes that occur, rising
 * @param regionHectares the region's own area
 */
public record Agreement(
    Subject subject, Crosswalk crosswalk, List<CodeGround> codes, double regionHectares) {
  /**
   * The two maps.
   *
   * @param model what made the map
   * @param imagery when its images were taken
   * @param reference the name of the reference's file
   * @param referenceYear the year it shows, or {@code unknown}
   * @param mended whether the reference's file has lost its projection's origin, so that EPSG:5070
   *     was taken
   * @param names names of the reference's codes, as far as it has any
   */
  public record Subject(
      String model,
      ImageryDates imagery,
      String reference,
      String referenceYear,
      boolean mended,
      java.util.Map<Integer, String> names) {
    /** Takes a copy of the names. */
    public Subject {
      names = java.util.Map.copyOf(names);
    }
  }

  /** Takes a copy of the codes. */
  public Agreement {
    codes = List.copyOf(codes);
  }

  /** Pixels by category of the reference and of the map. */
  public AgreementMatrix matrix() {
    return matrixOf(known());
  }

  /** The same without the codes for which a test holds, such as wetlands. */
  public AgreementMatrix matrixWithout(java.util.function.Predicate<CodeGround> left) {
    return matrixOf(known().stream().filter(left.negate()).toList());
  }

  private static AgreementMatrix matrixOf(List<CodeGround> codes) {
    long[][] counts = new long[Categories.COUNT][Categories.COUNT];
    for (CodeGround code : codes) {
      for (int map : Categories.all()) {
        counts[code.category()][map] += code.counts()[map];
      }
    }
    return new AgreementMatrix(counts);
  }

  /** Ground by category of the reference and of the map, in hectares. */
  public double hectares(int reference, int map) {
    return known().stream()
            .filter(code -> code.category() == reference)
            .mapToDouble(code -> code.squareMetres()[map])
            .sum()
        / 10_000;
  }

  /** The codes that are a class or none of the six. */
  public List<CodeGround> known() {
    return codes.stream().filter(code -> code.category() >= 0).toList();
  }

  /** The codes that the crosswalk does not know. */
  public List<CodeGround> unknown() {
    return codes.stream().filter(code -> code.category() == ReferenceMeaning.UNKNOWN).toList();
  }

  /** The code that stands for no data, where it occurs; two where 0 does as well. */
  public List<CodeGround> noData() {
    return codes.stream().filter(code -> code.category() == ReferenceMeaning.NO_DATA).toList();
  }

  /** NLCD's wetlands, woody (90) and emergent (95), where they occur. */
  public List<CodeGround> wetlands() {
    return known().stream().filter(this::isWetland).toList();
  }

  /** A code of another classification may have the same number; its name tells. */
  public boolean isWetland(CodeGround code) {
    String name = subject.names().getOrDefault(code.code(), "wetlands");
    return (code.code() == 90 || code.code() == 95)
        && name.toLowerCase(java.util.Locale.ROOT).contains("wetland");
  }

  /** Pixels of known codes on which the map has no answer. */
  public long unscored() {
    return known().stream().mapToLong(CodeGround::unscored).sum();
  }

  /** Their ground in hectares. */
  public double unscoredHectares() {
    return known().stream().mapToDouble(CodeGround::unscoredHectares).sum();
  }

  /** Pixels whose centres lie in the region. */
  public long pixels() {
    return codes.stream().mapToLong(CodeGround::pixels).sum();
  }

  /** The part of the region that the reference's pixels cover, 0 to 1. */
  public double covered() {
    return Math.min(1, codes.stream().mapToDouble(CodeGround::hectares).sum() / regionHectares);
  }
}
