package org.coverscape.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.definition.ServiceDefinition;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.grpc.GrpcInferenceService;
import org.coverscape.engine.inference.grpc.GrpcServices;

/**
 * Asks one service what it is, how it is, and how long an answer takes.
 *
 * @param spec the service, with one address
 */
record ServiceCheck(ServiceSpec spec) {
  private static final int PROBES = 5;
  private static final int SECONDS = 15;

  /**
   * What came of asking.
   *
   * @param spec the service that was asked
   * @param protocol what it speaks, or {@code auto} where that was not found out
   * @param model what it runs; empty where it did not say
   * @param input in what form it is sent chips; empty where that was not found out
   * @param batch chips a call may carry
   * @param cells what answers may be about; empty where none was given
   * @param ready whether it wants chips
   * @param latency of one chip, the middle of a few; empty where none was scored
   * @param definition what it is, so that it can be named; empty where that was not found out
   * @param fault one sentence; empty where nothing is wrong
   */
  record Result(
      ServiceSpec spec,
      String protocol,
      String model,
      String input,
      int batch,
      List<CellSize> cells,
      boolean ready,
      Optional<Duration> latency,
      Optional<ServiceDefinition> definition,
      String fault) {
    /** {@code ready}, {@code not ready} or {@code fault}. */
    String health() {
      if (!fault.isEmpty()) {
        return "fault";
      }
      return ready ? "ready" : "not ready";
    }
  }

  /** Asks; blocks. */
  Result run() throws InterruptedException {
    try (GrpcInferenceService service = GrpcInferenceService.open(spec)) {
      try {
        return asked(service);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof ServiceFault fault) {
          return failed(String.valueOf(fault.getMessage()));
        }
        throw new IllegalStateException("a service's client failed", e.getCause());
      } catch (TimeoutException e) {
        return failed(
            "The service at " + spec.endpoint() + " did not answer within " + SECONDS + " s.");
      }
    } catch (ServiceFault e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private Result asked(GrpcInferenceService service)
      throws InterruptedException, ExecutionException, TimeoutException {
    String model = service.probe().get(SECONDS, TimeUnit.SECONDS);
    boolean ready = service.ready().get(SECONDS, TimeUnit.SECONDS);
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < PROBES; i++) {
      long began = System.nanoTime();
      service.test().get(SECONDS, TimeUnit.SECONDS);
      times.add(Duration.ofNanos(System.nanoTime() - began));
    }
    times.sort(null);
    return new Result(
        spec,
        service.protocol().label(),
        model,
        service.input(),
        service.batchLimit(),
        GrpcServices.answersDensely(spec, Duration.ofSeconds(SECONDS))
            ? List.of(CellSize.CHIP, CellSize.DENSE)
            : List.of(CellSize.CHIP),
        ready,
        Optional.of(times.get(PROBES / 2)),
        Optional.of(service.definition(model)),
        "");
  }

  /** What it speaks is known for sure only where it scored: else what is configured is said. */
  private Result failed(String sentence) {
    String protocol = spec.model().protocol().label();
    return new Result(
        spec, protocol, "", "", 0, List.of(), false, Optional.empty(), Optional.empty(), sentence);
  }
}
