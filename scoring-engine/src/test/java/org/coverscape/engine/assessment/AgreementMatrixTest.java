package org.coverscape.engine.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AgreementMatrixTest {
  private static final double EXACT = 1e-12;

  @Test
  void figuresByHand() {
    AgreementMatrix matrix = new AgreementMatrix(new long[][] {{20, 5}, {10, 15}});
    assertEquals(50, matrix.total());
    assertEquals(35, matrix.agreeing());
    assertEquals(0.7, matrix.overall().orElseThrow(), EXACT);
    // by chance 25/50 · 30/50 + 25/50 · 20/50 = 0.5
    assertEquals(0.4, matrix.kappa().orElseThrow(), EXACT);
    assertEquals(20 / 30.0, matrix.users(0).orElseThrow(), EXACT);
    assertEquals(20 / 25.0, matrix.producers(0).orElseThrow(), EXACT);
    assertEquals(15 / 20.0, matrix.users(1).orElseThrow(), EXACT);
    assertEquals(15 / 25.0, matrix.producers(1).orElseThrow(), EXACT);
  }

  @Test
  void kappaOfThreeByHand() {
    AgreementMatrix matrix = new AgreementMatrix(new long[][] {{10, 2, 0}, {3, 20, 1}, {0, 4, 10}});
    // po = 40/50, pe = (12·13 + 24·26 + 14·11) / 2500 = 934 / 2500
    assertEquals((0.8 - 0.3736) / (1 - 0.3736), matrix.kappa().orElseThrow(), EXACT);
    AgreementMatrix first = matrix.first(2);
    assertEquals(35, first.total());
    assertEquals(30 / 35.0, first.overall().orElseThrow(), EXACT);
  }

  @Test
  void whatWouldDivideByNothingIsEmpty() {
    AgreementMatrix none = new AgreementMatrix(new long[2][2]);
    assertTrue(none.overall().isEmpty() && none.kappa().isEmpty() && none.users(0).isEmpty());
    AgreementMatrix one = new AgreementMatrix(new long[][] {{9, 0}, {0, 0}});
    assertEquals(1, one.overall().orElseThrow());
    assertTrue(one.kappa().isEmpty() && one.producers(1).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new AgreementMatrix(new long[2][3]));
  }
}
