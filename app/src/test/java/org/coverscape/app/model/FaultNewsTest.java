package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultNewsTest {
  private static final String ONE = "one.tif: The server does not answer.";
  private static final String TWO = "two.tif: The server does not answer.";

  private final Said said = new Said();
  private int tries;
  private final FaultNews news = new FaultNews(said, () -> tries++);

  private void look(int times, String... faults) {
    for (int i = 0; i < times; i++) {
      news.look(List.of(faults));
    }
  }

  private List<String> told() {
    return said.offers.stream().map(Said.Offer::sentence).toList();
  }

  @Test
  void eachIsToldOnceWhileItLasts() {
    look(5, ONE);
    assertEquals(List.of(ONE), told());
    look(5, ONE, TWO);
    assertEquals(List.of(ONE, TWO + " 1 other image cannot be shown either."), told());
    assertEquals(List.of(), said.withdrawn);
  }

  @Test
  void whatIsOverIsTakenBackAndNotToldAgainWhenItComesBackSoon() {
    look(2, ONE);
    look(3);
    assertEquals(List.of(), said.withdrawn, "one moment without it means nothing");
    look(1);
    assertEquals(List.of(ONE), said.withdrawn);
    look(20);
    assertEquals(1, said.withdrawn.size());
    look(1, ONE);
    assertEquals(1, told().size());
    look(201);
    look(1, ONE);
    assertEquals(List.of(ONE, ONE), told(), "much later it is news again");
  }

  @Test
  void aMessageOfSeveralStaysWhileOneOfThemLasts() {
    look(1, ONE, TWO);
    look(9, TWO);
    assertEquals(List.of(), said.withdrawn);
    look(9);
    assertEquals(told(), said.withdrawn);
  }

  @Test
  void whatFailsAgainWhenAPersonTriesIsToldAgain() {
    look(1, ONE);
    said.offers.get(0).act().run();
    assertEquals(1, tries);
    look(1, ONE);
    assertEquals(List.of(ONE, ONE), told());
  }
}
