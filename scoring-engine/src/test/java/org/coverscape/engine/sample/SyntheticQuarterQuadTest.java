package org.coverscape.engine.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.UtmZone;
import org.junit.jupiter.api.Test;

class SyntheticQuarterQuadTest {
  private static final int SIZE = SyntheticQuarterQuad.SIZE;
  private static final int ROWS = 40;

  private static byte[] paint(int seed, int rows) {
    SyntheticCamera camera = new SyntheticCamera(new Landscape(seed, SIZE), seed, SIZE, SIZE);
    byte[] all = new byte[SIZE * 4 * rows];
    byte[] row = new byte[SIZE * 4];
    for (int y = 0; y < rows; y++) {
      camera.expose(y, row);
      System.arraycopy(row, 0, all, y * row.length, row.length);
    }
    return all;
  }

  /** Means of the four bands over a chip whose upper left corner is given. */
  private static double[] means(int left, int top) {
    Landscape landscape = new Landscape(SyntheticQuarterQuad.SAMPLE.seed(), SIZE);
    Tint tint = new Tint();
    double[] sums = new double[4];
    int count = 0;
    for (int y = top; y < top + 224; y += 2) {
      for (int x = left; x < left + 224; x += 2) {
        landscape.paint(x + 0.5, y + 0.5, tint);
        sums[0] += tint.red;
        sums[1] += tint.green;
        sums[2] += tint.blue;
        sums[3] += tint.nir;
        count++;
      }
    }
    for (int band = 0; band < 4; band++) {
      sums[band] /= count;
    }
    return sums;
  }

  @Test
  void theSameSeedPaintsTheSameBytesAndAnotherDoesNot() {
    byte[] first = paint(5, ROWS);
    assertArrayEquals(first, paint(5, ROWS));
    assertFalse(java.util.Arrays.equals(first, paint(6, ROWS)));
  }

  @Test
  void onlyTheWedgeIsNoData() {
    byte[] pixels = paint(SyntheticQuarterQuad.SAMPLE.seed(), ROWS);
    int empty = 0;
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < SIZE; x++) {
        int at = (y * SIZE + x) * 4;
        boolean zero = pixels[at] == 0 && pixels[at + 1] == 0 && pixels[at + 2] == 0;
        assertEquals(SyntheticCamera.isEmpty(x, y), zero, "pixel " + x + ", " + y);
        empty += zero ? 1 : 0;
      }
    }
    assertTrue(empty > 180 * ROWS && empty < 190 * ROWS, "wedge of " + empty);
    assertFalse(SyntheticCamera.isEmpty(0, 1500));
  }

  @Test
  void aPointLooksTheSameHoweverOneComesToIt() {
    Landscape landscape = new Landscape(3, SIZE);
    Tint first = new Tint();
    Tint again = new Tint();
    landscape.paint(2000.5, 1800.5, first);
    landscape.paint(10.5, 3500.5, again);
    landscape.paint(2000.5, 1800.5, again);
    assertEquals(first.red, again.red);
    assertEquals(first.nir, again.nir);
  }

  @Test
  void sixteenBySixteenChipsFitIn() {
    PixelGrid grid = SyntheticQuarterQuad.grid();
    ChipGrid chips = ChipGrid.of(new UtmZone(14, true));
    int firstColumn = chips.colAt(grid.x(0, 0)) + 1;
    int topRow = chips.rowAt(grid.y(0, 0)) - 1;
    double east = chips.cell(topRow, firstColumn + 15).getMaxX();
    double south = chips.cell(topRow - 15, firstColumn).getMinY();
    assertTrue(east <= grid.x(SIZE, 0), "east edge " + east);
    assertTrue(south >= grid.y(0, SIZE), "south edge " + south);
    assertEquals(26914, SyntheticQuarterQuad.crs().epsg().orElseThrow());
  }

  @Test
  void eachClassHasTheColoursOfRealImagery() {
    double[] barren = means(1500, 250);
    double[] wood = means(2700, 300);
    double[] maize = means(200, 2000);
    double[] scrub = means(700, 800);
    assertTrue(barren[0] > 170 && barren[0] < 205 && barren[0] > barren[2] + 20, "barren");
    assertTrue(wood[1] > wood[0] && wood[3] > 1.3 * wood[1] && wood[1] < 130, "forested");
    assertTrue(maize[3] > 2 * maize[0] && maize[1] < 110, "cultivated");
    assertTrue(scrub[0] > 105 && scrub[0] < 150 && Math.abs(scrub[3] - scrub[0]) < 25, "shrub");
  }
}
