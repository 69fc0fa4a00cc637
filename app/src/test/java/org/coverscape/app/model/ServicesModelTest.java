package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.coverscape.app.service.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesModelTest {
  /** The port of nobody: it is reserved. */
  private static final String NOBODY = "127.0.0.1:1";

  @TempDir Path folder;

  private static Health health(ServiceRow row) {
    return row.healthProperty().get();
  }

  private static String summary(Office office) {
    return office.services.summaryProperty().get().sentence();
  }

  @Test
  void withoutAnyTheBuiltInOneIsInUse() {
    try (Office office = new Office(folder)) {
      assertEquals("Starting service", summary(office));
      assertEquals(1, office.services.inUse().size());
      assertTrue(office.services.inUse().get(0).isEmbedded());
      assertEquals(List.of(), office.services.named());
      office.services.remove(office.services.rows().get(0));
      assertEquals(1, office.services.rows().size(), "the built-in one stays");
    }
  }

  @Test
  void aNamedServiceIsAskedAndUsedInPlaceOfTheBuiltInOne() throws Exception {
    try (Office office = new Office(folder)) {
      String address = office.serve();
      assertEquals("Asking services", summary(office));
      ServiceRow row = office.services.rows().get(1);
      assertEquals(Health.unknown("Asking"), health(row));
      office.until("it answers", () -> health(row).level() == Health.Level.GOOD);
      assertEquals("1 service ready", summary(office));
      assertEquals("fake:1", row.modelProperty().get());
      assertTrue(row.latencyProperty().get().endsWith(" ms"));
      assertEquals(List.of(address), office.services.named());
      assertEquals(List.of(row), office.services.inUse());
    }
  }

  @Test
  void oneThatDoesNotAnswerIsToldWithoutJargon() throws Exception {
    try (Office office = new Office(folder)) {
      office.serve();
      assertEquals(Optional.empty(), office.services.add(NOBODY));
      ServiceRow nobody = office.services.rows().get(2);
      office.until("it is found out", () -> health(nobody).level() == Health.Level.BAD);
      assertTrue(health(nobody).sentence().endsWith("."), health(nobody).sentence());
      assertTrue(!health(nobody).sentence().contains("UNAVAILABLE"), health(nobody).sentence());
      office.until(
          "the other answers",
          () -> summary(office).equals("1 of 2 services answer; " + NOBODY + " does not"));
      office.services.remove(office.services.rows().get(1));
      assertEquals("Service does not answer", summary(office));
      office.services.remove(nobody);
      assertEquals("Starting service", summary(office));
    }
  }

  @Test
  void wrongAndDoubleNamesAreRefusedInOneSentence() {
    try (Office office = new Office(folder)) {
      assertEquals(Optional.empty(), office.services.add(NOBODY));
      assertEquals(
          Optional.of("The service 127.0.0.1:1 is listed already."), office.services.add(NOBODY));
      for (String wrong : List.of("", "  ", "http://x:1", "localhost", "a:b", "x:99999", ",")) {
        String sentence = office.services.add(wrong).orElse("taken");
        assertTrue(sentence.endsWith("."), wrong + " → " + sentence);
      }
      assertEquals(List.of(NOBODY), office.services.named());
    }
  }

  @Test
  void someWithCommasAreAllAdded() {
    try (Office office = new Office(folder)) {
      assertEquals(Optional.empty(), office.services.add("127.0.0.1:1, 127.0.0.1:2"));
      assertEquals(List.of(NOBODY, "127.0.0.1:2"), office.services.named());
      assertEquals(400, office.services.guessedRate());
    }
  }

  @Test
  void aProjectsServicesReplaceThoseNow() {
    try (Office office = new Office(folder)) {
      office.services.add(NOBODY);
      office.services.replace(List.of("127.0.0.1:2", "nonsense", "127.0.0.1:3"));
      assertEquals(List.of("127.0.0.1:2", "127.0.0.1:3"), office.services.named());
    }
  }

  @Test
  void numbersOfARunAreShownAndRateGoesWithIt() throws Exception {
    try (Office office = new Office(folder)) {
      office.ready(Office.CHIPS);
      office.model.letThrough(5);
      office.run.start(office.project.nextJobFolder());
      ServiceRow row = office.services.rows().get(1);
      office.until("it scores", () -> health(row).sentence().equals("Scoring"));
      assertEquals("0", row.failuresProperty().get());
      office.until("there is a rate", () -> row.rateProperty().get().endsWith("/s"));
      office.model.open();
      office.until("it ends", () -> office.run.state() == RunState.FINISHED);
      assertEquals("", row.rateProperty().get());
      office.until("it is asked again", () -> summary(office).equals("1 service ready"));
    }
  }
}
