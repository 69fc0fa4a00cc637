package org.coverscape.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients over other people's gRPC libraries against {@code coverscape serve}. They run where Node
 * or Python has those libraries, {@code NODE_PATH} and {@code PATH} as they are; otherwise they are
 * skipped.
 */
class OtherClientsTest {
  private static final String KEY = "open sesame";

  @Test
  void nodeIsAnsweredOverBothContracts(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        works("node", "-e", "require('@grpc/grpc-js');require('@grpc/proto-loader')"),
        "Node with @grpc/grpc-js and @grpc/proto-loader is not installed (or not in NODE_PATH)");
    assertSameScores(run(folder, "node", "client.js"), "predict", "typed", "raw");
  }

  @Test
  void pythonIsAnsweredAsProjectBrainwavesClientWas(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        works("python3", "-c", "import grpc, grpc_tools"),
        "Python with grpcio and grpcio-tools is not installed (or not in PATH)");
    assertSameScores(run(folder, "python3", "client.py"), "predict", "again", "floats", "typed");
  }

  private static JsonNode run(Path folder, String program, String script) throws Exception {
    try (RunningService service = RunningService.start("--key", KEY)) {
      String port = service.endpoint().substring(service.endpoint().indexOf(':') + 1);
      Path file = folder.resolve("chip.png");
      ImageIO.write(ramp(), "png", file.toFile());
      Path scripts = Coverscape.root().resolve("src/test/resources/interop");
      String printed =
          Coverscape.tool(
              program,
              scripts.resolve(script).toString(),
              Coverscape.root().resolve("proto/src/main/protobuf").toString(),
              port,
              KEY,
              file.toString());
      return new ObjectMapper().readTree(printed);
    }
  }

  /** A chip whose samples are the number of their column, so that scripts can make it too. */
  private static BufferedImage ramp() {
    BufferedImage image = new BufferedImage(224, 224, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 224; y++) {
      for (int x = 0; x < 224; x++) {
        image.setRGB(x, y, x << 16 | x << 8 | x);
      }
    }
    return image;
  }

  /** Floats as floats: programs print them with as many digits as they like. */
  private static List<Float> scores(JsonNode answers, String way) {
    List<Float> scores = new ArrayList<>();
    answers.path(way).forEach(number -> scores.add((float) number.asDouble()));
    return scores;
  }

  private static void assertSameScores(JsonNode answers, String first, String... others) {
    List<Float> expected = scores(answers, first);
    assertEquals(6, expected.size(), answers.toString());
    for (String way : others) {
      assertEquals(expected, scores(answers, way), way);
    }
  }

  private static boolean works(String... command) throws InterruptedException {
    Optional<Process> process = start(command);
    return process.isPresent()
        && process.get().waitFor(30, TimeUnit.SECONDS)
        && process.get().exitValue() == 0;
  }

  private static Optional<Process> start(String... command) {
    try {
      return Optional.of(
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      return Optional.empty(); // no such program
    }
  }
}
