package org.coverscape.engine.imagery;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.coverscape.engine.chip.ChipGrid;

/** Whether the pixels of an image are what the network was made for. */
public final class Suitability {
  /** Pixels coarser than this many times the network's own say too little. */
  private static final double COARSEST = 1.5;

  private Suitability() {}

  /**
   * Why an image is not scored.
   *
   * @param modelGsd ground sample distance of the network in metres
   * @param anyGsd whether a person asked for coarse pixels to be scored all the same
   * @return one plain sentence; empty when the image can be scored
   */
  public static Optional<String> refusal(ImageryTile tile, double modelGsd, boolean anyGsd) {
    if (!anyGsd && tile.gsd() > COARSEST * modelGsd) {
      return Optional.of(
          "Its pixels are %s m wide; the network needs %s m or finer, unless coarse imagery is allowed."
              .formatted(metres(tile.gsd()), metres(COARSEST * modelGsd)));
    }
    GroundSize pixel = GroundSize.of(tile);
    double width = tile.width() * pixel.pixelWidth();
    double height = tile.height() * pixel.pixelHeight();
    double half = ChipGrid.CHIP_PIXELS * modelGsd / 2;
    if (width < half && height < half) {
      return Optional.of(
          "It shows only %.0f m × %.0f m; half a chip, %s m, is the least that can be scored."
              .formatted(width, height, metres(half)));
    }
    return Optional.empty();
  }

  /** One digit after the point, or as many as tell a small number from its limit. */
  private static String metres(double value) {
    String digits = value >= 10 ? "0.#" : "0.###";
    return new DecimalFormat(digits, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }
}
