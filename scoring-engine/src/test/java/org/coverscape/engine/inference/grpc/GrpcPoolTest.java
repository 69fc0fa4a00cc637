package org.coverscape.engine.inference.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.inference.Outcomes;
import org.coverscape.engine.inference.PoolLimits;
import org.coverscape.engine.inference.PoolSettings;
import org.coverscape.engine.inference.RetryPolicy;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.inference.ServicePoolListener;
import org.coverscape.engine.inference.ServiceState;
import org.coverscape.engine.inference.ServiceStats;
import org.coverscape.engine.inference.TestChips;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pool over real connections. */
@Timeout(30)
class GrpcPoolTest {
  private static final PoolSettings SETTINGS =
      PoolSettings.defaults()
          .withInFlight(4)
          .withLimits(PoolLimits.defaults().withProbeEvery(Duration.ofMillis(20)))
          .withRetry(
              RetryPolicy.defaults().withBackoff(Duration.ofMillis(5), Duration.ofMillis(20)));

  private final Outcomes outcomes = new Outcomes();

  private static ServicePool pool(
      PoolSettings settings, ServicePoolListener listener, ServiceEndpoint... endpoints) {
    return new ServicePool(
        GrpcServices.open(List.of(endpoints), GrpcSettings.defaults()), settings, listener);
  }

  @Test
  void chipsAreSpreadOverServices() throws Exception {
    try (PredictServer a = PredictServer.start();
        PredictServer b = PredictServer.start();
        ServicePool pool = pool(SETTINGS, ServicePoolListener.NONE, a.endpoint(), b.endpoint())) {
      assertEquals("unnamed", pool.connect());
      for (int i = 0; i < 200; i++) {
        pool.score(TestChips.chip(i), outcomes);
      }
      pool.awaitIdle();
      outcomes.assertEachOnce(200);
      for (ChipOutcome outcome : outcomes.rest()) {
        ChipOutcome.Scored scored = (ChipOutcome.Scored) outcome;
        assertEquals(ClassScores.of(PredictServer.SCORES), scored.scores());
      }
      assertEquals(200, pool.stats().stream().mapToLong(ServiceStats::chips).sum());
      assertTrue(pool.stats().stream().allMatch(s -> s.chips() > 20), pool.stats().toString());
    }
  }

  @Test
  void aServiceThatDiesInMidJobAndReturnsLosesNoChip() throws Exception {
    PredictServer server = PredictServer.start();
    ServiceEndpoint endpoint = server.endpoint();
    BlockingQueue<ServiceState> states = new LinkedBlockingQueue<>();
    try (ServicePool pool = pool(SETTINGS, s -> states.add(s.state()), endpoint)) {
      pool.connect();
      assertEquals(ServiceState.UP, states.poll(10, TimeUnit.SECONDS));
      Thread producer = produce(pool, 300);
      for (int i = 0; i < 100; i++) {
        outcomes.next();
      }
      server.close();
      assertEquals(ServiceState.LOST, states.poll(10, TimeUnit.SECONDS));
      server = PredictServer.startAt(endpoint.port());
      assertEquals(ServiceState.UP, states.poll(10, TimeUnit.SECONDS));
      producer.join();
      pool.awaitIdle();
      outcomes.assertEachOnce(300);
      ServiceStats stats = pool.stats().get(0);
      assertEquals(300, stats.chips());
      assertEquals(0, stats.failures());
      assertTrue(stats.retries() > 0);
    } finally {
      server.close();
    }
  }

  @Test
  void anOverloadedServiceIsTriedAgain() throws Exception {
    try (PredictServer server = PredictServer.start();
        ServicePool pool = pool(SETTINGS, ServicePoolListener.NONE, server.endpoint())) {
      pool.connect();
      server.onPredict =
          (request, observer) -> {
            if (server.predictions.get() % 3 == 0) {
              observer.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException());
            } else {
              PredictServer.answer(observer, PredictServer.response(PredictServer.SCORES, 1, 6));
            }
          };
      for (int i = 0; i < 30; i++) {
        pool.score(TestChips.chip(i), outcomes);
        outcomes.nextScored();
      }
      assertTrue(pool.stats().get(0).retries() > 0);
    }
  }

  @Test
  void aServiceThatIsNotThereFailsTheStart() throws IOException {
    PredictServer gone = PredictServer.start();
    ServiceEndpoint endpoint = gone.endpoint();
    gone.close();
    PoolSettings hasty = SETTINGS.withLimits(SETTINGS.limits().withStartup(Duration.ofMillis(300)));
    try (PredictServer there = PredictServer.start();
        ServicePool pool = pool(hasty, ServicePoolListener.NONE, there.endpoint(), endpoint)) {
      assertEquals(
          "No service answers at " + endpoint + "; start it there or correct the address.",
          assertThrows(ServiceFault.class, pool::connect).getMessage());
    }
  }

  private Thread produce(ServicePool pool, int chips) {
    Thread producer =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < chips; i++) {
                  pool.score(TestChips.chip(i), outcomes);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    producer.start();
    return producer;
  }
}
