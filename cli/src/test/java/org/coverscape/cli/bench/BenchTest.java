package org.coverscape.cli.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole measurement, small: real calls over loopback, against devices fast enough for a test. */
@Timeout(60)
class BenchTest {
  private static final Span SPAN = new Span(20, Duration.ofSeconds(5));
  private static final BenchPlan PLAN =
      new BenchPlan(2, List.of(1, 4), 4, SPAN, 2, 2000, Set.of("serial", "tiring"));

  @Test
  void everySettingIsMeasuredAndEveryAnswerIsRight(@TempDir Path folder)
      throws InterruptedException, IOException {
    BenchResult result = run(new SyntheticChips(PLAN.mostInFlight()));
    assertTrue(result.isRight());
    assertEquals(
        List.of("serial", "tiring"),
        result.kinds().keySet().stream().map(DeviceKind::name).toList());
    for (Setting setting : result.services().settings()) {
      assertTrue(result.services().rate(setting) > 0);
      assertTrue(result.services().median(setting, Measurement::callMillis) > 0);
    }
    BenchFiles.write(result, folder);
    assertCsv(Files.readAllLines(folder.resolve("bench.csv")));
    for (String name : List.of("in-flight.png", "services.png", "kinds.png")) {
      assertEquals(1200, ImageIO.read(folder.resolve(name).toFile()).getWidth());
    }
    assertEquals(1 + 2 + 1 + 2, new BenchSummary(result).lines().size());
    assertTrue(
        new BenchSummary(result).json().get("services") instanceof List<?> points
            && points.size() == 4);
  }

  @Test
  void whatWasMeasuredBeforeAnInterruptionIsKept(@TempDir Path folder) throws IOException {
    AtomicReference<BenchResult> result = new AtomicReference<>(BenchResult.empty(PLAN));
    Bench bench =
        new Bench(
            PLAN,
            new SyntheticChips(PLAN.mostInFlight()),
            InProcessFleet::start,
            note -> {},
            done -> {
              result.set(done);
              Thread.currentThread().interrupt();
            });
    assertThrows(InterruptedException.class, bench::run);
    BenchResult kept = Objects.requireNonNull(result.get());
    assertFalse(kept.isEmpty());
    BenchFiles.write(kept, folder);
    assertEquals(1 + 3, Files.readAllLines(folder.resolve("bench.csv")).size());
    assertTrue(Files.exists(folder.resolve("in-flight.png")));
    assertFalse(Files.exists(folder.resolve("services.png")));
    assertEquals(1 + 1, new BenchSummary(kept).lines().size(), "no curve without a point");
  }

  @Test
  void timeEndsWhatChipsDoNot() throws InterruptedException {
    Span span = new Span(1_000_000, Duration.ofMillis(100));
    try (ServiceFleet fleet = InProcessFleet.start(DeviceKind.serial(500), 1)) {
      Measurement measured =
          new LoadRun(new SyntheticChips(300), span).on(fleet.endpoints(), Window.fixed(4));
      assertTrue(measured.imagesPerSecond() > 0 && measured.wrong() == 0, measured.toString());
    }
  }

  private static void assertCsv(List<String> lines) {
    assertEquals(1 + 3 + 3 + 4, lines.size());
    for (String line : lines) {
      assertEquals(7, line.split(",", -1).length, line);
    }
    assertTrue(lines.get(1).startsWith("serial,1,1,"));
    assertTrue(lines.get(3).startsWith("serial,1,adaptive,"));
  }

  @Test
  void anAnswerThatBelongsToAnotherChipIsFoundOut() throws InterruptedException {
    SyntheticChips chips = new SyntheticChips(PLAN.mostInFlight());
    Question other = chips.next();
    BenchResult result =
        run(
            () -> {
              Question question = chips.next();
              return question.chip().index().col() % 10 == 3
                  ? new Question(question.chip(), other.answer())
                  : question;
            });
    assertFalse(result.isRight());
    assertTrue(result.wrong() > 10, "wrong: " + result.wrong());
    assertEquals(0, result.unscored());
  }

  @Test
  void syntheticChipsDifferAsLongAsTheyMust() {
    SyntheticChips chips = new SyntheticChips(30);
    List<Question> made = Stream.generate(chips::next).limit(31).toList();
    assertEquals(30, made.stream().limit(30).map(Question::answer).distinct().count());
    assertEquals(31, made.stream().map(Question::chip).distinct().count());
    assertArrayEquals(made.get(0).chip().rgb(), made.get(30).chip().rgb());
  }

  private static BenchResult run(ChipSupply supply) throws InterruptedException {
    AtomicReference<BenchResult> result = new AtomicReference<>(BenchResult.empty(PLAN));
    new Bench(PLAN, supply, InProcessFleet::start, note -> {}, result::set).run();
    return Objects.requireNonNull(result.get());
  }
}
