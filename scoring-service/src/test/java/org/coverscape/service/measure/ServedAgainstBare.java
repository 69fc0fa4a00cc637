package org.coverscape.service.measure;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.service.TestClient;
import org.coverscape.service.embedded.EmbeddedService;
import org.coverscape.service.image.TestImages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the embedded service, in its own process, against {@link BareLoop} in this one: chips
 * per second in turns, and the median of their ratios. The client's work counts against the
 * service.
 *
 * <p>Run by hand: {@code java -cp … ServedAgainstBare [rounds [seconds [in-flight]]]}.
 */
public final class ServedAgainstBare {
  private static final Logger LOG = LoggerFactory.getLogger(ServedAgainstBare.class);
  private static final int CHIPS = 64;

  private ServedAgainstBare() {}

  /** Prints the rates of each round and their ratio. */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 6;
    int inFlight = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
    List<byte[]> chips = new ArrayList<>();
    List<PredictRequest> requests = new ArrayList<>();
    for (int i = 0; i < CHIPS; i++) {
      chips.add(TestImages.noise(i));
      requests.add(TestClient.images(List.of(TestImages.storedPng(TestImages.noise(i)))));
    }
    int cores = Runtime.getRuntime().availableProcessors();
    try (BareLoop single = new BareLoop(cores, 1, 1);
        BareLoop shared = new BareLoop(1, cores, 1);
        BareLoop batched = new BareLoop(cores, 1, 8);
        EmbeddedService service = EmbeddedService.start(Optional.empty())) {
      single.rate(chips, 2);
      served(service, requests, inFlight, 4);
      LOG.info(
          "other loops: one chip over {} inner threads {}/s, batches of 8 {}/s",
          cores,
          number(shared.rate(chips, seconds)),
          number(batched.rate(chips, seconds)));
      double[] ratios = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        double bare = single.rate(chips, seconds);
        long before = cpu(service);
        double served = served(service, requests, inFlight, seconds);
        double serverCpu = (cpu(service) - before) / 1e6 / (served * seconds);
        ratios[round] = served / bare;
        LOG.info(
            "bare {}/s, served {}/s ({} ms of the service's CPU each), ratio {}",
            number(bare),
            number(served),
            number(serverCpu),
            number(ratios[round]));
      }
      Arrays.sort(ratios);
      LOG.info("median ratio {}", number(ratios[rounds / 2]));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static long cpu(EmbeddedService service) {
    return service.process().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static double served(
      EmbeddedService service, List<PredictRequest> requests, int inFlight, double seconds)
      throws InterruptedException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(service.host(), service.port())
            .usePlaintext()
            .directExecutor()
            .build();
    try {
      return rate(channel, requests, inFlight, seconds);
    } finally {
      channel.shutdownNow();
    }
  }

  private static double rate(
      ManagedChannel channel, List<PredictRequest> requests, int inFlight, double seconds)
      throws InterruptedException {
    PredictionServiceGrpc.PredictionServiceStub stub = PredictionServiceGrpc.newStub(channel);
    Semaphore window = new Semaphore(inFlight);
    AtomicLong done = new AtomicLong();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    for (int next = 0; System.nanoTime() < end; next++) {
      window.acquire();
      stub.predict(requests.get(next % requests.size()), new Counter(window, done));
    }
    window.acquire(inFlight);
    return done.get() / ((System.nanoTime() - start) / 1e9);
  }

  /** Counts answers and gives their places back. */
  private record Counter(Semaphore window, AtomicLong done)
      implements StreamObserver<PredictResponse> {
    @Override
    public void onNext(PredictResponse response) {
      done.incrementAndGet();
    }

    @Override
    public void onError(Throwable failure) {
      LOG.error("A request failed.", failure);
      window.release();
    }

    @Override
    public void onCompleted() {
      window.release();
    }
  }
}
