package org.coverscape.service.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.service.TestClient;
import org.coverscape.service.emulation.LoadAnswer;
import org.coverscape.service.image.TestImages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives a running {@code coverscape serve --fpga …}: its rate, and its CPU for each image.
 *
 * <p>Run by hand: {@code java -cp … EmulatedLoad PID PORT [seconds [in-flight …]]}.
 */
public final class EmulatedLoad {
  private static final Logger LOG = LoggerFactory.getLogger(EmulatedLoad.class);
  private static final int CHIPS = 64;

  private EmulatedLoad() {}

  /** Prints a line for each number of calls in flight. */
  public static void main(String[] arguments) throws Exception {
    ProcessHandle service = ProcessHandle.of(Long.parseLong(arguments[0])).orElseThrow();
    double seconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 5;
    int[] windows =
        arguments.length > 3
            ? Arrays.stream(arguments).skip(3).mapToInt(Integer::parseInt).toArray()
            : new int[] {1, 2, 4, 8, 20};
    List<PredictRequest> requests = new ArrayList<>();
    for (int i = 0; i < CHIPS; i++) {
      requests.add(TestClient.images(List.of(TestImages.storedPng(TestImages.noise(i)))));
    }
    try (Driver driver =
        new Driver("127.0.0.1", Integer.parseInt(arguments[1]), requests, EmulatedLoad::belongs)) {
      driver.run(8, 2);
      for (int window : windows) {
        Duration before = cpu(service);
        Driver.Count count = driver.run(window, seconds);
        double micros = cpu(service).minus(before).toNanos() / 1e3 / count.answered();
        LOG.info(
            "{}",
            String.format(
                Locale.ROOT,
                "%d in flight: %.1f/s, %d failed, %d wrong, %.0f us of CPU an image",
                window,
                count.rate(),
                count.failed(),
                count.wrong(),
                micros));
      }
    }
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElseThrow();
  }

  private static boolean belongs(PredictRequest request, PredictResponse response) {
    float[] expected = LoadAnswer.scores(request.getInputsOrThrow("images").getStringVal(0));
    List<Float> scores = response.getOutputsOrThrow("output_alias").getFloatValList();
    boolean equal = scores.size() == expected.length;
    for (int i = 0; equal && i < expected.length; i++) {
      equal = scores.get(i) == expected[i];
    }
    return equal;
  }
}
