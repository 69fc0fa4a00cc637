package org.coverscape.service.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.coverscape.service.image.ChipSource;
import org.junit.jupiter.api.Test;

class DenseOutputTest {
  private static final ModelIdentity NAME = new ModelIdentity("colours", 1);

  /**
   * A chip whose cell at a row from the north and a column from the west has a class of its own.
   */
  private static byte[] chip() {
    byte[] pixels = new byte[ChipSource.BYTES];
    for (int y = 0; y < ChipSource.SIZE; y++) {
      for (int x = 0; x < ChipSource.SIZE; x++) {
        int colour = ColourNetwork.colour(classAt(y / 32, x / 32));
        int at = 3 * (y * ChipSource.SIZE + x);
        pixels[at] = (byte) (colour >> 16);
        pixels[at + 1] = (byte) (colour >> 8);
        pixels[at + 2] = (byte) colour;
      }
    }
    return pixels;
  }

  private static int classAt(int row, int col) {
    return 1 + (row * row + 2 * col + row * col) % 6;
  }

  @Test
  void cellsComeByRowsFromTheNorthWest() throws ModelFault {
    try (ChipModel model = OnnxModel.of(ColourNetwork.bytes(), NAME)) {
      assertEquals(7 * 7 * 6, model.width(ModelOutput.DENSE));
      float[] answer = model.answer(chip(), ModelOutput.DENSE);
      for (int row = 0; row < 7; row++) {
        for (int col = 0; col < 7; col++) {
          int best = 6 * (7 * row + col) + classAt(row, col) - 1;
          assertTrue(answer[best] > 0.9, "row " + row + ", column " + col);
        }
      }
    }
  }

  @Test
  void networksWithoutItHaveNone() throws ModelFault {
    try (ChipModel model = OnnxModel.of(TinyNetwork.sound().bytes(), NAME)) {
      assertEquals(0, model.width(ModelOutput.DENSE));
    }
  }

  @Test
  void anotherShapeIsRefused() {
    ModelFault fault =
        assertThrows(ModelFault.class, () -> OnnxModel.of(ColourNetwork.withClassesFirst(), NAME));
    assertEquals(
        "The network's output dense is float [N, 6, 7, 7]; it must be float [N,7,7,6], or have"
            + " another name.",
        fault.getMessage());
  }
}
