package org.coverscape.engine.export;

import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.LandCoverClass;

/** The rasters of a map: what they show and what their numbers mean. */
public enum MapRaster {
  /** Class ids, 0 where there is none. */
  LAND_COVER("landcover", "Land cover", true),
  /** Probability of the class shown in percent, 0 where there is none. */
  CONFIDENCE("confidence", "Confidence in percent", false),
  /** Whether and why not a cell has a class, 0 outside the region. */
  STATUS("status", "Status", true);

  private static final int BLACK = 0x000000;
  private static final int SCORED = 0x7FB58A;
  private static final int BELOW = 0xE3C567;

  /** Confidence runs from pale to dark; the eye reads more ink as more certain. */
  private static final int LEAST = 0xF6EFF7;

  private static final int MIDDLE = 0x67A9CF;
  private static final int MOST = 0x014636;

  private final String fileName;
  private final String title;
  private final boolean thematic;

  MapRaster(String fileName, String title, boolean thematic) {
    this.fileName = fileName;
    this.title = title;
    this.thematic = thematic;
  }

  /** The name of its file, without ending. */
  public String fileName() {
    return fileName;
  }

  /** What it shows, for a person. */
  public String title() {
    return title;
  }

  /** Whether its numbers are names rather than amounts. */
  public boolean thematic() {
    return thematic;
  }

  /** Its numbers: all of them where it is thematic, the stops of its ramp where it is not. */
  List<RasterValue> values(ClassPalette palette) {
    return switch (this) {
      case LAND_COVER -> classes(palette);
      case CONFIDENCE ->
          List.of(
              new RasterValue(1, "1 %", LEAST),
              new RasterValue(50, "50 %", MIDDLE),
              new RasterValue(100, "100 %", MOST));
      case STATUS -> states(palette);
    };
  }

  private static List<RasterValue> classes(ClassPalette palette) {
    List<RasterValue> values = new ArrayList<>();
    values.add(new RasterValue(0, "no data", BLACK));
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      values.add(new RasterValue(landCover.id(), landCover.label(), palette.of(landCover)));
    }
    return values;
  }

  private static List<RasterValue> states(ClassPalette palette) {
    return List.of(
        new RasterValue(CellState.OUTSIDE.id(), "outside", BLACK),
        new RasterValue(CellState.SCORED.id(), "scored", SCORED),
        new RasterValue(CellState.UNCLASSIFIED.id(), "unclassified", palette.unclassified()),
        new RasterValue(CellState.BELOW_THRESHOLD.id(), "below threshold", BELOW),
        new RasterValue(CellState.UNSCORED.id(), "unscored", palette.unscored()));
  }

  /** Its number for a cell of the region. */
  int value(CoveredCells cells, int row, int col) {
    if (!cells.contains(row, col)) {
      return 0;
    }
    return switch (this) {
      case LAND_COVER -> cells.map().classId(row, col);
      case CONFIDENCE -> cells.map().classId(row, col) == 0 ? 0 : cells.map().confidence(row, col);
      case STATUS -> cells.state(row, col).id();
    };
  }
}
