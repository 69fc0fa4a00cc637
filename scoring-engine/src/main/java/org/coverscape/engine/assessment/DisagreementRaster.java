package org.coverscape.engine.assessment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.export.ClassPalette;
import org.coverscape.engine.export.NamedRaster;
import org.coverscape.engine.export.RasterValue;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.region.PixelWindow;

/**
 * A raster on the reference's own pixels that says where map and reference part.
 *
 * <p>The tens are the reference's category, the units the map's: 1 barren to 6 shrub, 7 none of the
 * six. So 46 is forested in the reference and shrub on the map, and 11, 22 … 77 is agreement. 1 is
 * ground without an answer of the map, 2 without a known class of the reference, 0 outside.
 */
final class DisagreementRaster {
  private static final int UNSCORED = 1;
  private static final int NO_REFERENCE = 2;
  private static final int AGREE = 0xE6E6E6;
  private static final int PALE = 0xC9CDD3;

  private final LandCoverMap map;
  private final ReferenceRaster raster;
  private final ReferenceSampler sampler;
  private final ReferenceMeaning meaning;

  DisagreementRaster(
      LandCoverMap map,
      ReferenceRaster raster,
      ReferenceSampler sampler,
      ReferenceMeaning meaning) {
    this.map = map;
    this.raster = raster;
    this.sampler = sampler;
    this.meaning = meaning;
  }

  /** Whether it can be written: GeoTIFFs name their coordinate system by its EPSG code. */
  boolean canBeWritten() {
    return raster.crs().epsg().isPresent();
  }

  /**
   * Writes it, with the files beside it that name its numbers.
   *
   * @param agreement gives the ground of each number
   * @param step is told after each row
   * @throws IOException with one plain sentence when it cannot be written, or the reference read
   */
  void write(Path file, Agreement agreement, ClassPalette palette, Runnable step)
      throws IOException {
    PixelWindow window = sampler.window();
    PixelGrid all = raster.grid();
    PixelGrid place =
        new PixelGrid(
            all.x(window.x(), window.y()),
            all.y(window.x(), window.y()),
            all.a(),
            all.b(),
            all.d(),
            all.e());
    new NamedRaster(
            "Map and reference",
            values(palette),
            window.width(),
            window.height(),
            place,
            raster.crs())
        .write(
            file,
            (y, target) -> {
              Arrays.fill(target, (byte) 0);
              sampler.row(y, (x, code, row, col) -> target[x] = (byte) value(code, row, col));
              step.run();
            },
            value -> hectares(value, agreement));
  }

  private int value(int code, int row, int col) {
    int reference = meaning.of(code);
    int category = CellCategory.of(map, row, col);
    if (reference < 0) {
      return NO_REFERENCE;
    }
    return category == CellCategory.UNSCORED ? UNSCORED : number(reference, category);
  }

  private static int number(int reference, int category) {
    return 10 * (reference + 1) + category + 1;
  }

  private static List<RasterValue> values(ClassPalette palette) {
    List<RasterValue> values = new ArrayList<>();
    values.add(new RasterValue(0, "outside", 0));
    values.add(new RasterValue(UNSCORED, "no answer of the map", palette.unscored()));
    values.add(new RasterValue(NO_REFERENCE, "no class in the reference", PALE));
    for (int reference : Categories.all()) {
      for (int category : Categories.all()) {
        boolean same = reference == category;
        String name =
            same
                ? "agreed: " + Categories.reference(reference)
                : "reference "
                    + Categories.reference(reference)
                    + ", map "
                    + Categories.map(category);
        int colour = same ? AGREE : Categories.colour(reference, palette);
        values.add(new RasterValue(number(reference, category), name, colour));
      }
    }
    return values;
  }

  private static double hectares(int value, Agreement agreement) {
    if (value == UNSCORED) {
      return agreement.unscoredHectares();
    }
    if (value == NO_REFERENCE) {
      return agreement.codes().stream()
          .filter(code -> code.category() < 0)
          .mapToDouble(CodeGround::hectares)
          .sum();
    }
    return value < 10 ? 0 : agreement.hectares(value / 10 - 1, value % 10 - 1);
  }
}
