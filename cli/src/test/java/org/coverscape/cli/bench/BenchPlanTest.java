package org.coverscape.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.coverscape.service.emulation.FpgaSyntax;
import org.junit.jupiter.api.Test;

class BenchPlanTest {
  private static final Span SPAN = new Span(100, Duration.ofSeconds(5));

  @Test
  void windowsAreMeasuredInTheirOrderAndOnce() {
    BenchPlan plan = plan(2, List.of(8, 1, 8, 2), 100);
    assertEquals(List.of(1, 2, 8), plan.windows());
    assertEquals(
        List.of("1", "2", "8", "adaptive"),
        plan.windowSettings().stream().map(s -> s.window().label()).toList());
    assertEquals(
        List.of(1, 1, 2, 2), plan.serviceSettings().stream().map(Setting::services).toList());
  }

  @Test
  void slowServicesGetFewerChips() {
    BenchPlan plan = plan(1, List.of(1), 1000);
    for (DeviceKind kind : DeviceKind.all(381, 100)) {
      double seconds = plan.spanFor(kind, 2).chips() / (2 * kind.rate());
      assertEquals(1000 / 381.0, seconds, 0.1, kind.name());
    }
  }

  @Test
  void aServiceThatAgesIsMeasuredToItsEnd() {
    BenchPlan plan = plan(1, List.of(1), 1000);
    for (DeviceKind kind : DeviceKind.all(381, plan.turn())) {
      Span span = plan.spanFor(kind, 1);
      assertEquals(kind.ages(), span.time().compareTo(SPAN.time()) > 0, kind.name());
      if (kind.ages()) {
        assertTrue(kind.fpga().contains("slow=" + (span.chips() * 3 / 2)), kind.fpga());
      }
    }
  }

  @Test
  void theEstimateIsThatOfServicesAtTheirFullRate() {
    BenchPlan plan =
        new BenchPlan(
            10, List.of(1, 20), 20, new Span(762, SPAN.time()), 3, 381, Set.of("serial", "far"));
    // 2 kinds × 3 windows and 10 × 2 of the second curve, 2 s each, and as long to warm up
    assertEquals(26 * 3 * 4, plan.estimate().toSeconds());
  }

  @Test
  void everyKindIsOneThatServicesUnderstand() {
    for (DeviceKind kind : DeviceKind.all(381.5, 100)) {
      assertTrue(FpgaSyntax.parse(kind.fpga()).queue() >= 1, kind.fpga());
    }
  }

  @Test
  void thereAreMoreDistinctChipsThanCanBeInFlight() {
    assertTrue(plan(10, List.of(1, 512), 100).mostInFlight() > 512);
    assertTrue(plan(64, List.of(1), 100).mostInFlight() > 64 * 20);
  }

  @Test
  void nonsenseIsRefusedInOneSentence() {
    assertRefused(() -> plan(0, List.of(1), 100), "number of services");
    assertRefused(() -> plan(1, List.of(), 100), "in flight");
    assertRefused(() -> plan(1, List.of(0), 100), "in flight");
    assertRefused(() -> plan(1, List.of(1), 3), "chips");
    assertRefused(() -> new BenchPlan(1, List.of(1), 20, SPAN, 1, -5, Set.of()), "rate");
    assertRefused(() -> new BenchPlan(1, List.of(1), 20, SPAN, 1, 381, Set.of("quick")), "'quick'");
  }

  private static void assertRefused(Runnable made, String word) {
    IllegalArgumentException fault = assertThrows(IllegalArgumentException.class, made::run);
    String sentence = String.valueOf(fault.getMessage());
    assertTrue(sentence.contains(word) && sentence.endsWith("."), sentence);
  }

  private static BenchPlan plan(int services, List<Integer> windows, int chips) {
    return new BenchPlan(services, windows, 20, new Span(chips, SPAN.time()), 1, 381, Set.of());
  }
}
