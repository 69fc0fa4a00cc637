package org.coverscape.engine.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.inference.Preprocessing;

/** The stages of a service definition's JSON, in the order in which an image passes them. */
final class Pipeline {
  private static final String RUNTIME = "1.1";
  private static final String PREPROCESSING = "preprocessing";
  private static final String BRAINWAVE = "brainwave";
  private static final String CLASSIFIER = "head";
  private static final String TENSORFLOW = "tensorflow";
  private static final String OUTPUT = "output";
  private static final String ENCODING = "encoding";
  private static final String JPEG = "jpeg";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<JsonNode> stages;

  private Pipeline(List<JsonNode> stages) {
    this.stages = stages;
  }

  /** Reads a head that a stage names. */
  @FunctionalInterface
  interface Heads {
    ClassifierHead read(String name) throws IOException;
  }

  /**
   * Reads the stages.
   *
   * @throws IllegalArgumentException with a sentence when they are not understood
   */
  static Pipeline parse(byte[] json) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Its service_def.json is not JSON.", e);
    }
    JsonNode pipeline = root.path("pipeline");
    if (!root.path("aml_runtime_version").asText().startsWith("1.") || !pipeline.isArray()) {
      throw new IllegalArgumentException(
          "Its service_def.json has no aml_runtime_version 1 and no pipeline.");
    }
    List<JsonNode> stages = new ArrayList<>();
    pipeline.forEach(stages::add);
    return new Pipeline(stages);
  }

  /**
   * The definition.
   *
   * @throws IllegalArgumentException with a sentence when a stage cannot be run here
   */
  ServiceDefinition definition(Heads heads) throws IOException {
    checkTypes();
    Optional<JsonNode> classifier = one(CLASSIFIER);
    Optional<ClassifierHead> head = Optional.empty();
    if (classifier.isPresent()) {
      head = Optional.of(head(classifier.get(), heads));
    }
    JsonNode network =
        one(BRAINWAVE)
            .orElseThrow(() -> new IllegalArgumentException("It has no stage 'brainwave'."));
    Optional<JsonNode> chip = one(PREPROCESSING);
    Preprocessing steps = chip.map(Pipeline::steps).orElse(Preprocessing.none());
    boolean lossy = chip.map(Pipeline::isLossy).orElse(false);
    return new ServiceDefinition(steps, lossy, featurizer(network), head);
  }

  private void checkTypes() {
    for (JsonNode stage : stages) {
      String type = type(stage);
      if (type.equals(TENSORFLOW)) {
        throw new IllegalArgumentException(
            "It was made by Project Brainwave's SDK ("
                + stages.stream().map(Pipeline::words).collect(Collectors.joining(", then "))
                + "), and its TensorFlow stages cannot be run here; export its network to ONNX and"
                + " serve that with --model, or train a head for it with 'coverscape train'.");
      }
      if (!List.of(PREPROCESSING, BRAINWAVE, CLASSIFIER).contains(type)) {
        throw new IllegalArgumentException(
            "It has a stage of the type '" + type + "', which is not known here.");
      }
    }
  }

  private static String words(JsonNode stage) {
    String text =
        type(stage).equals(BRAINWAVE)
            ? "the featurizer " + identity(stage)
            : "the graph " + stage.path("model_path").asText(stage.path("name").asText("unnamed"));
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  private static String type(JsonNode stage) {
    return stage.path("type").asText().toLowerCase(Locale.ROOT);
  }

  private Optional<JsonNode> one(String type) {
    List<JsonNode> found = stages.stream().filter(stage -> type(stage).equals(type)).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException("It has more than one stage '" + type + "'.");
    }
    return found.stream().findFirst();
  }

  private static ClassifierHead head(JsonNode stage, Heads heads) throws IOException {
    ClassifierHead head = heads.read(stage.path("model_path").asText());
    String named = stage.path("fingerprint").asText(head.fingerprint());
    if (!named.equals(head.fingerprint())) {
      throw new IllegalArgumentException(
          "It names the head " + named + " and holds " + head.fingerprint() + "; make it anew.");
    }
    return head;
  }

  private static Featurizer featurizer(JsonNode stage) {
    List<Integer> dims = new ArrayList<>();
    stage.path("output_tensor_dims").forEach(size -> dims.add(size.asInt()));
    return new Featurizer(
        identity(stage), stage.path("asked_as").asText(""), stage.path(OUTPUT).asText(""), dims);
  }

  private static String identity(JsonNode stage) {
    String version = stage.path("model_version").asText("");
    return stage.path("model_ref").asText("") + (version.isEmpty() ? "" : ":" + version);
  }

  private static Preprocessing steps(JsonNode stage) {
    boolean chips =
        stage.path("pixels").asInt() == ChipGrid.CHIP_PIXELS
            && stage.path("metres_per_pixel").asDouble() == 1;
    if (!chips) {
      throw new IllegalArgumentException(
          "It takes images of another size than 224 pixels of 1 m, which is what is cut here.");
    }
    Preprocessing none = Preprocessing.none();
    return new Preprocessing(
        numbers(stage.path("mean"), none.mean()),
        numbers(stage.path("std"), none.std()),
        scale(stage.path("scale")),
        order(stage.path("order")));
  }

  private static boolean isLossy(JsonNode stage) {
    JsonNode encoding = stage.path(ENCODING);
    if (isGiven(encoding) && !encoding.asText().equalsIgnoreCase(JPEG)) {
      throw new IllegalArgumentException(ENCODING + " takes jpeg, or is left out.");
    }
    return isGiven(encoding);
  }

  private static boolean isGiven(JsonNode node) {
    return !node.isMissingNode() && !node.isNull();
  }

  /** What is no list is as wrong as a list of another length, and refused with it. */
  private static List<Float> numbers(JsonNode node, List<Float> usual) {
    List<Float> numbers = new ArrayList<>();
    node.forEach(number -> numbers.add(number.isNumber() ? number.floatValue() : Float.NaN));
    return isGiven(node) ? numbers : usual;
  }

  private static float scale(JsonNode node) {
    if (isGiven(node) && !node.isNumber()) {
      throw new IllegalArgumentException("scale takes a number that is not 0.");
    }
    return (float) node.asDouble(1);
  }

  private static Preprocessing.Order order(JsonNode node) {
    if (!isGiven(node)) {
      return Preprocessing.Order.RGB;
    }
    for (Preprocessing.Order order : Preprocessing.Order.values()) {
      if (node.isTextual() && order.name().equalsIgnoreCase(node.asText())) {
        return order;
      }
    }
    throw new IllegalArgumentException("order takes rgb or bgr.");
  }

  /** The JSON of a definition. */
  static byte[] format(ServiceDefinition definition) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode().put("aml_runtime_version", RUNTIME);
    ArrayNode pipeline = root.putArray("pipeline");
    Preprocessing steps = definition.preprocessing();
    ObjectNode chip = pipeline.addObject().put("type", PREPROCESSING).put("name", "chip");
    chip.put("pixels", ChipGrid.CHIP_PIXELS).put("metres_per_pixel", 1).put("scale", steps.scale());
    steps.mean().forEach(chip.putArray("mean")::add);
    steps.std().forEach(chip.putArray("std")::add);
    chip.put("order", steps.order().name().toLowerCase(Locale.ROOT));
    if (definition.lossy()) {
      chip.put(ENCODING, JPEG);
    }
    Featurizer featurizer = definition.featurizer();
    ObjectNode network = pipeline.addObject().put("type", BRAINWAVE).put("name", "featurizer");
    network.put("model_ref", featurizer.name()).put("model_version", featurizer.version());
    network.put("asked_as", featurizer.askedAs());
    if (!featurizer.output().isEmpty()) {
      network.put(OUTPUT, featurizer.output());
    }
    featurizer.dims().forEach(network.putArray("output_tensor_dims")::add);
    definition
        .head()
        .ifPresent(
            head ->
                pipeline
                    .addObject()
                    .put("type", CLASSIFIER)
                    .put("name", "classifier")
                    .put("model_path", DefinitionFile.HEAD)
                    .put("fingerprint", head.fingerprint()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }
}
