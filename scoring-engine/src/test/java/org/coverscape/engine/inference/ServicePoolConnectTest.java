package org.coverscape.engine.inference;

import static org.coverscape.engine.inference.PoolTestSettings.QUICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ServicePoolConnectTest {
  private static final PoolSettings IMPATIENT =
      QUICK.withLimits(QUICK.limits().withStartup(Duration.ofMillis(60)));

  private final FakeService a = new FakeService("a");
  private final FakeService b = new FakeService("b");

  @Test
  void theModelThatAllRunIsTheAnswer() throws InterruptedException {
    try (ServicePool pool = new ServicePool(List.of(a, b), QUICK)) {
      assertEquals("model:1", pool.connect());
      assertTrue(pool.stats().stream().allMatch(s -> s.state() == ServiceState.UP));
    }
    assertEquals(1, a.closed.get());
    assertEquals(1, b.closed.get());
  }

  @Test
  void aServiceThatComesUpLateIsWaitedFor() throws InterruptedException {
    a.onProbe =
        () ->
            a.probes.get() < 4
                ? FakeService.failing(ServiceFault.Kind.UNREACHABLE)
                : CompletableFuture.completedFuture("model:1");
    try (ServicePool pool = new ServicePool(List.of(a, b), QUICK)) {
      assertEquals("model:1", pool.connect());
    }
    assertEquals(4, a.probes.get());
    assertEquals(1, b.probes.get());
  }

  @Test
  void servicesNeverReachedAreNamed() {
    a.onProbe = () -> FakeService.failing(ServiceFault.Kind.UNREACHABLE);
    assertEquals(
        "No service answers at a:8500; start it there or correct the address.", refusal(a, b));
    b.onProbe = CompletableFuture::new;
    assertEquals(
        "No service answers at a:8500 and b:8500; start them there or correct the addresses.",
        refusal(a, b));
  }

  @Test
  void whatAServiceSaidBeforeItAnsweredIsForgotten() {
    a.onProbe =
        () ->
            a.probes.get() < 2
                ? FakeService.failing(ServiceFault.Kind.TEMPORARY)
                : CompletableFuture.completedFuture("model:1");
    b.onProbe = () -> FakeService.failing(ServiceFault.Kind.OVERLOADED);
    assertEquals("It was OVERLOADED.", refusal(a, b));
  }

  @Test
  void aServiceThatIsThereButCannotScoreSaysSoItself() {
    a.onProbe = () -> FakeService.failing(ServiceFault.Kind.TEMPORARY);
    assertEquals("It was TEMPORARY.", refusal(a, b));
  }

  @Test
  void aRefusalIsNotWaitedFor() {
    a.onProbe = () -> FakeService.failing(ServiceFault.Kind.PERMANENT);
    b.onProbe = CompletableFuture::new;
    try (ServicePool pool = new ServicePool(List.of(b, a), QUICK)) {
      assertEquals(
          "It was PERMANENT.", assertThrows(ServiceFault.class, pool::connect).getMessage());
    }
    assertEquals(1, a.probes.get());
  }

  @Test
  void aServiceThatThrowsIsRefused() {
    a.onProbe =
        () -> {
          throw new IllegalStateException("a bug");
        };
    assertEquals("The service at a:8500 could not be used; the log says why.", refusal(a, b));
  }

  @Test
  void servicesWithDifferentModelsDoNotWorkTogether() {
    b.onProbe = () -> CompletableFuture.completedFuture("model:2");
    assertEquals(
        "The services run different models (model:1 at a:8500, model:2 at b:8500); name only"
            + " services that agree.",
        refusal(a, b));
  }

  @Test
  void cancellingEndsTheWaiting() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    a.onProbe =
        () -> {
          asked.countDown();
          return new CompletableFuture<>();
        };
    try (ServicePool pool = new ServicePool(List.of(a), QUICK)) {
      CompletableFuture<Void> connecting =
          CompletableFuture.runAsync(
              () -> assertThrows(CancellationException.class, pool::connect));
      asked.await();
      pool.cancel();
      connecting.join();
    }
  }

  @Test
  void withoutServicesOrConnectionNothingIsScored() {
    assertThrows(IllegalArgumentException.class, () -> new ServicePool(List.of(), QUICK));
    try (ServicePool pool = new ServicePool(List.of(a), QUICK)) {
      assertThrows(
          IllegalStateException.class, () -> pool.score(TestChips.chip(0), new Outcomes()));
    }
  }

  private static String refusal(FakeService... services) {
    try (ServicePool pool = new ServicePool(List.of(services), IMPATIENT)) {
      return String.valueOf(assertThrows(ServiceFault.class, pool::connect).getMessage());
    }
  }
}
