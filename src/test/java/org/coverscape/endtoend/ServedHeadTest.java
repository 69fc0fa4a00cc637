package org.coverscape.endtoend;

import static org.coverscape.endtoend.Coverscape.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coverscape.engine.classifier.Activation;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.classifier.DenseLayer;
import org.coverscape.engine.classifier.HeadFile;
import org.coverscape.engine.landcover.LandCoverClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coverscape serve --head}: a head in the service answers as it does in the engine. */
class ServedHeadTest {
  private static final int FEATURES = 128;
  private static final String FEATURIZER = "coverscape-landcover:3";

  @TempDir Path folder;

  /** A head of random weights, which still tells chips apart. */
  private Path head(String name, long seed, Activation activation, String featurizer, int features)
      throws IOException {
    Random random = new Random(seed);
    float[] weights = new float[features * 6];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    ClassifierHead head =
        new ClassifierHead(
            featurizer,
            LandCoverClass.ALL.stream().map(LandCoverClass::label).toList(),
            new DenseLayer(weights, new float[6], null, null),
            activation,
            Map.of());
    Path file = folder.resolve(name);
    HeadFile.write(head, file);
    return file;
  }

  private Coverscape.Result score(String out, String... options) throws IOException {
    return Coverscape.run(Sample.score(folder.resolve(out), options));
  }

  @Test
  void answersAsTheEngineDoesToTheLastBit() throws IOException {
    // independent probabilities often sum to more than 1, which only the client scales down
    Path head = head("head.json", 1, Activation.SIGMOID, FEATURIZER, FEATURES);
    String fingerprint = HeadFile.read(head).fingerprint();
    String model = FEATURIZER + "+head-" + fingerprint;
    try (RunningService service = RunningService.start("--head", head.toString())) {
      assertEquals(model, service.announced().path("model").asText());
      assertDone(score("served", "--services", service.endpoint()));
      Path list = folder.resolve("services.yaml");
      Files.writeString(
          list,
          "services:\n  - {address: \""
              + service.endpoint()
              + "\", model: features, head: head.json}\n");
      assertDone(score("applied", "--services-file", list.toString()));
      Files.writeString(
          list, "services:\n  - {address: \"" + service.endpoint() + "\", protocol: v2}\n");
      assertDone(score("v2", "--services-file", list.toString()));
    }
    assertEquals(model, Summary.of(folder.resolve("served")).json().path("model").asText());
    assertEquals(model, Summary.of(folder.resolve("applied")).json().path("model").asText());
    assertEquals(model, Summary.of(folder.resolve("v2")).json().path("model").asText());
    Map<String, String> served = answers("served");
    assertEquals(answers("applied"), served);
    assertEquals(answers("v2"), served);
  }

  @Test
  void aJobIsNotTakenUpUnderAnotherHead() throws IOException {
    Path one = head("one.json", 1, Activation.SOFTMAX, "coverscape-landcover", FEATURES);
    Path two = head("two.json", 2, Activation.SOFTMAX, "", FEATURES);
    try (RunningService service = RunningService.start("--head", one.toString())) {
      assertDone(score("job", "--services", service.endpoint()));
    }
    Map<String, String> before = answers("job");
    try (RunningService service = RunningService.start("--head", two.toString())) {
      Coverscape.Result other = score("job", "--services", service.endpoint(), "--resume");
      assertRefused(other, "model");
      assertDone(score("another", "--services", service.endpoint()));
    }
    assertEquals(before, answers("job"));
    assertNotEquals(before, answers("another"));
  }

  @Test
  void aDefinitionNamesWhatAMapWasMadeWithAndRepeatsIt() throws IOException {
    head("head.json", 3, Activation.SOFTMAX, FEATURIZER, FEATURES);
    Path list = folder.resolve("services.yaml");
    Path zip = folder.resolve("out.zip");
    String own = folder.resolve("scores.zip").toString();
    try (RunningService plain = RunningService.start()) {
      Files.writeString(
          list,
          "services:\n  - {address: \""
              + plain.endpoint()
              + "\", model: features, head: head.json}\n");
      assertDone(score("first", "--services-file", list.toString()));
      assertDone(
          Coverscape.run(
              "services", "--services-file", list.toString(), "--definition", zip.toString()));
      assertDone(Coverscape.run("services", "--services", plain.endpoint(), "--definition", own));
      Files.writeString(
          list, "services:\n  - {address: \"" + plain.endpoint() + "\", definition: out.zip}\n");
      assertDone(score("listed", "--services-file", list.toString()));
    }
    try (RunningService again = RunningService.start("--definition", zip.toString())) {
      assertDone(score("first", "--services", again.endpoint(), "--resume"));
      assertDone(score("served", "--services", again.endpoint()));
      Files.writeString(
          list, "services:\n  - {address: \"" + again.endpoint() + "\", definition: scores.zip}\n");
      assertRefused(
          score("other", "--services-file", list.toString()),
          "The service definition names the network coverscape-landcover:3");
    }
    assertEquals(answers("first"), answers("listed"));
    assertEquals(answers("first"), answers("served"));
    Path two = head("two.json", 2, Activation.SOFTMAX, "", FEATURES);
    assertRefused(
        serve("--definition", zip.toString(), "--head", two.toString()), "leave out --head");
    assertRefused(
        serve("--definition", own, "--head", two.toString()),
        "The definition names coverscape-landcover:3, and the network here is");
  }

  @Test
  void aHeadThatDoesNotFitIsRefusedAtStart() throws IOException {
    Path other = head("other.json", 1, Activation.SOFTMAX, "resnet50:1", FEATURES);
    Path wide = head("wide.json", 1, Activation.SOFTMAX, FEATURIZER, 2048);
    Path none = Files.writeString(folder.resolve("none.json"), "{}");
    assertRefused(serve("--head", other.toString()), "trained for resnet50:1");
    assertRefused(serve("--head", wide.toString()), "takes 2048 features");
    assertRefused(serve("--head", none.toString()), "is no classifier head");
    assertRefused(serve("--head", folder.resolve("gone.json").toString()), "is not there");
    assertRefused(serve("--head", wide.toString(), "--fpga", "rate=1"), "answers=real");
  }

  private static Coverscape.Result serve(String... options) {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
    arguments.addAll(List.of(options));
    return Coverscape.run(arguments.toArray(String[]::new));
  }

  private Map<String, String> answers(String job) {
    return Journals.answers(folder.resolve(job).resolve("job.sqlite"));
  }

  private static void assertDone(Coverscape.Result result) {
    assertEquals(0, result.exit(), result.err());
  }
}
