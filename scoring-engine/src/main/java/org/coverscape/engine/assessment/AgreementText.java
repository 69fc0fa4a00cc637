package org.coverscape.engine.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What is to be said of an agreement beside its tables, in sentences. */
public final class AgreementText {
  private AgreementText() {}

  /** What is counted apart: wetlands, and ground that was not compared. */
  public static List<String> apart(Agreement agreement) {
    List<String> sentences = new ArrayList<>();
    if (agreement.subject().imagery().synthetic()) {
      sentences.add("The imagery is synthetic and shows no real ground.");
    }
    if (agreement.subject().mended()) {
      sentences.add(
          "The reference's file has lost the origin of its projection; EPSG:5070 was taken.");
    }
    agreement.wetlands().forEach(code -> sentences.add(wetland(code)));
    if (!agreement.wetlands().isEmpty()) {
      AgreementMatrix dry = agreement.matrixWithout(agreement::isWetland);
      sentences.add("Without wetlands the overall agreement is " + percent(dry.overall()) + ".");
    }
    if (agreement.unscored() > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%,d pixels (%,.1f ha) were not compared because the map has no answer there.",
              agreement.unscored(),
              agreement.unscoredHectares()));
    }
    add(sentences, agreement.noData(), "because the reference has no data there");
    add(
        sentences,
        agreement.unknown(),
        "because the crosswalk does not know their codes ("
            + agreement.unknown().stream()
                .map(code -> String.valueOf(code.code()))
                .collect(Collectors.joining(", "))
            + ")");
    if (agreement.covered() < 0.995) {
      sentences.add(
          "The reference covers "
              + percent(OptionalDouble.of(agreement.covered()))
              + " of the region.");
    }
    return sentences;
  }

  private static String wetland(CodeGround code) {
    OptionalDouble share =
        code.answered() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) code.agreeing() / code.answered());
    return String.format(
        Locale.ROOT,
        "%s wetlands (%d), taken as %s: %,d pixels (%,.1f ha), %s agree.",
        code.code() == 90 ? "Woody" : "Emergent",
        code.code(),
        Categories.reference(code.category()),
        code.pixels(),
        code.hectares(),
        percent(share));
  }

  private static void add(List<String> sentences, List<CodeGround> codes, String why) {
    long pixels = codes.stream().mapToLong(CodeGround::pixels).sum();
    if (pixels > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%,d pixels (%,.1f ha) were not compared %s.",
              pixels,
              codes.stream().mapToDouble(CodeGround::hectares).sum(),
              why));
    }
  }

  /** A share of 0 to 1 in percent, or a dash. */
  public static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
        : "–";
  }
}
