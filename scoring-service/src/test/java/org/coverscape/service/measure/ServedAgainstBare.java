package org.coverscape.service.measure;

import com.google.protobuf.UnsafeByteOperations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.service.TestClient;
import org.coverscape.service.embedded.EmbeddedService;
import org.coverscape.service.image.TestImages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the embedded service, in its own process, against {@link BareLoop} in this one: chips
 * per second in turns, and the median of their ratios. The client's work counts against the
 * service. Chips go as pixels, as the programs send them to the service of their own, or as PNG.
 *
 * <p>Run by hand: {@code java -cp … ServedAgainstBare [rounds [seconds [in-flight [png]]]]}.
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
    boolean files = arguments.length > 3 && arguments[3].equals("png");
    List<byte[]> chips = new ArrayList<>();
    List<PredictRequest> requests = new ArrayList<>();
    for (int i = 0; i < CHIPS; i++) {
      chips.add(TestImages.noise(i));
      requests.add(
          files
              ? TestClient.images(List.of(TestImages.storedPng(TestImages.noise(i))))
              : pixels(TestImages.noise(i)));
    }
    int cores = Runtime.getRuntime().availableProcessors();
    try (BareLoop single = new BareLoop(cores, 1, 1);
        BareLoop shared = new BareLoop(1, cores, 1);
        BareLoop batched = new BareLoop(cores, 1, 8);
        EmbeddedService service = EmbeddedService.start(Optional.empty());
        Driver driver = new Driver(service.host(), service.port(), requests, (q, a) -> true)) {
      single.rate(chips, 3);
      driver.run(inFlight, 5);
      LOG.info(
          "other loops: one chip over {} inner threads {}/s, batches of 8 {}/s",
          cores,
          number(shared.rate(chips, seconds)),
          number(batched.rate(chips, seconds)));
      double[] ratios = new double[rounds];
      double[] costs = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        long start = ownCpu();
        double bare = single.rate(chips, seconds);
        double bareCpu = (ownCpu() - start) / 1e6 / (bare * seconds);
        start = ownCpu();
        long before = cpu(service);
        Driver.Count served = driver.run(inFlight, seconds);
        double clientCpu = (ownCpu() - start) / 1e6 / served.answered();
        double serverCpu = (cpu(service) - before) / 1e6 / served.answered();
        ratios[round] = served.rate() / bare;
        costs[round] = bareCpu / (serverCpu + clientCpu);
        LOG.info(
            "bare {}/s at {} ms of CPU, served {}/s at {} + {} ms; ratio {}, of CPU {}",
            number(bare),
            number(bareCpu),
            number(served.rate()),
            number(serverCpu),
            number(clientCpu),
            number(ratios[round]),
            number(costs[round]));
      }
      Arrays.sort(ratios);
      Arrays.sort(costs);
      LOG.info("median ratio {}, of CPU {}", number(ratios[rounds / 2]), number(costs[rounds / 2]));
    }
  }

  private static PredictRequest pixels(byte[] rgb) {
    TensorProto images =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_UINT8)
            .setTensorShape(TestClient.shape(1, 224, 224, 3))
            .setTensorContent(UnsafeByteOperations.unsafeWrap(rgb))
            .build();
    return TestClient.request("images", images);
  }

  private static long ownCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static long cpu(EmbeddedService service) {
    return service.process().info().totalCpuDuration().orElseThrow().toNanos();
  }
}
