package org.coverscape.app.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coverscape.app.work.Sentence;
import org.coverscape.engine.inference.InferenceService;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.grpc.GrpcServices;
import org.coverscape.engine.inference.grpc.GrpcSettings;

/**
 * Asks a service once whether it answers, what it runs and whether it has cells of 32 m. Stateless;
 * waits {@value #SECONDS} s at most for each answer, so it is not for the screen's thread.
 *
 * @param endpoint where the service listens
 */
public record HealthCheck(ServiceEndpoint endpoint) implements Callable<HealthCheck.Reply> {
  private static final int SECONDS = 5;

  /**
   * What came of asking.
   *
   * @param health how it does
   * @param model what it runs; empty where it did not say
   * @param latency how long the answer took; zero where there was none
   * @param dense whether it answers for cells of 32 m too
   */
  public record Reply(Health health, String model, Duration latency, boolean dense) {}

  @Override
  public Reply call() throws InterruptedException {
    InferenceService service = GrpcServices.open(List.of(endpoint), GrpcSettings.defaults()).get(0);
    try {
      String model = service.probe().get(SECONDS, TimeUnit.SECONDS);
      // the first answer took the connection's time too
      long began = System.nanoTime();
      service.probe().get(SECONDS, TimeUnit.SECONDS);
      Duration latency = Duration.ofNanos(System.nanoTime() - began);
      boolean dense =
          GrpcServices.answersDensely(ServiceSpec.of(endpoint), Duration.ofSeconds(SECONDS));
      return new Reply(Health.good("Ready"), model, latency, dense);
    } catch (ExecutionException e) {
      return new Reply(Health.bad(Sentence.of(e)), "", Duration.ZERO, false);
    } catch (TimeoutException e) {
      return new Reply(
          Health.bad("It did not answer within " + SECONDS + " s; check that it runs."),
          "",
          Duration.ZERO,
          false);
    } finally {
      service.close();
    }
  }
}
