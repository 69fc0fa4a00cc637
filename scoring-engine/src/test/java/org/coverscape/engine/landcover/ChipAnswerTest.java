package org.coverscape.engine.landcover;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChipAnswerTest {
  /** A cell's class: 0 is none of the six. */
  private static int classAt(int row, int col) {
    return (row * row + 3 * col) % 7;
  }

  private static float[] numbers() {
    float[] numbers = new float[ChipAnswer.DENSE_NUMBERS];
    for (int row = 0; row < 7; row++) {
      for (int col = 0; col < 7; col++) {
        int id = classAt(row, col);
        if (id > 0) {
          numbers[6 * (7 * row + col) + id - 1] = 0.6f + row / 100f + col / 1000f;
        }
      }
    }
    return numbers;
  }

  private static CellScores cells() {
    return ChipAnswer.dense(numbers()).cells().orElseThrow();
  }

  @Test
  void aDenseAnswerIsReadRowByRow() {
    CellScores cells = cells();
    for (int row = 0; row < 7; row++) {
      for (int col = 0; col < 7; col++) {
        int id = classAt(row, col);
        assertEquals(id, cells.classId(row, col));
        int percent = Math.round(100 * (0.6f + row / 100f + col / 1000f));
        assertEquals(id == 0 ? 100 : percent, cells.confidence(row, col));
        assertTrue(cells.isAnswered(row, col));
      }
    }
  }

  @Test
  void theChipsOwnScoresAreTheMeanOfItsCells() {
    float[] numbers = new float[ChipAnswer.DENSE_NUMBERS];
    numbers[3] = 0.98f;
    numbers[6 * 48 + 3] = 0.49f;
    ClassScores whole = ChipAnswer.dense(numbers).scores();
    assertEquals(0.03f, whole.of(LandCoverClass.FORESTED), 1e-6f);
    assertEquals(0.97f, whole.none(), 1e-6f);
    float[] same = new float[ChipAnswer.DENSE_NUMBERS];
    for (int i = 0; i < same.length; i += 6) {
      same[i + 1] = 0.25f;
      same[i + 4] = 0.5f;
    }
    assertEquals(ClassScores.of(0, 0.25f, 0, 0, 0.5f, 0), ChipAnswer.dense(same).scores());
  }

  @Test
  void cellsWithoutImageryHaveNoAnswer() {
    long valid = 1L | 1L << 8 | 1L << 48;
    CellScores some = cells().within(valid);
    for (int row = 0; row < 7; row++) {
      for (int col = 0; col < 7; col++) {
        boolean kept = (valid >>> 7 * row + col & 1) == 1;
        assertEquals(kept, some.isAnswered(row, col));
        assertEquals(kept ? classAt(row, col) : 0, some.classId(row, col));
      }
    }
    assertEquals(some, some.within(valid));
    assertNotEquals(some, cells());
    assertEquals(cells(), cells().within(org.coverscape.engine.chip.Chip.ALL_CELLS));
  }

  @Test
  void isStoredInNinetyEightBytes() {
    CellScores cells = cells().within(~(1L << 20));
    byte[] stored = cells.toBytes();
    assertEquals(98, stored.length);
    CellScores again = CellScores.stored(stored);
    assertEquals(cells, again);
    assertEquals(cells.hashCode(), again.hashCode());
    assertArrayEquals(stored, again.toBytes());
    assertFalse(again.isAnswered(2, 6));
    stored[0] = 7;
    assertThrows(IllegalArgumentException.class, () -> CellScores.stored(stored));
    assertThrows(IllegalArgumentException.class, () -> CellScores.stored(new byte[97]));
  }

  @Test
  void anotherCountOrNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ChipAnswer.dense(new float[6]));
    float[] numbers = numbers();
    numbers[100] = Float.NaN;
    assertThrows(IllegalArgumentException.class, () -> ChipAnswer.dense(numbers));
  }
}
