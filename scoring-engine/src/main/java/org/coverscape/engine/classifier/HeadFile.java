package org.coverscape.engine.classifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A classifier head as a file, {@code head.json}: {@code format} and {@code version}, {@code
 * featurizer}, {@code features}, {@code classes}, {@code activation}, {@code provenance}, and
 * {@code weights}, {@code bias} and where there are any {@code mean} and {@code std} as Base64 of
 * floats of four bytes, little-endian.
 */
public final class HeadFile {
  private static final String FORMAT = "coverscape-head";
  private static final int VERSION = 1;
  private static final long LARGEST = 64L << 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode root;

  private HeadFile(JsonNode root) {
    this.root = root;
  }

  /**
   * Reads a head.
   *
   * @throws IOException with one sentence when the file cannot be read
   * @throws IllegalArgumentException with one sentence when it holds no head
   */
  public static ClassifierHead read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "this classifier head is not there; name a head.json.");
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException("It is too large.");
      }
      return parse(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " is no classifier head. " + e.getMessage() + " Name another file.", e);
    }
  }

  /** Writes a head; a file that is there is replaced. */
  public static void write(ClassifierHead head, Path file) throws IOException {
    Files.write(file, format(head));
  }

  /**
   * Reads the bytes of a file; the sentences of its faults do not name it.
   *
   * @throws IllegalArgumentException with one sentence when they hold no head
   */
  public static ClassifierHead parse(byte[] json) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("It is not JSON.", e);
    }
    if (root == null || !root.isObject()) {
      throw new IllegalArgumentException("It is not a JSON object.");
    }
    return new HeadFile(root).head();
  }

  private ClassifierHead head() {
    if (!text("format").equals(FORMAT)) {
      throw new IllegalArgumentException("Its format is not " + FORMAT + ".");
    }
    if (root.path("version").asInt() != VERSION) {
      throw new IllegalArgumentException(
          "Its version is " + root.path("version").asText() + ", and " + VERSION + " is known.");
    }
    DenseLayer layer =
        new DenseLayer(needed("weights"), needed("bias"), floats("mean"), floats("std"));
    if (root.path("features").asInt() != layer.features()) {
      throw new IllegalArgumentException(
          "It says "
              + root.path("features").asText()
              + " features, and its weights are for "
              + layer.features()
              + ".");
    }
    return new ClassifierHead(
        root.path("featurizer").asText(""), classes(), layer, activation(), provenance());
  }

  private List<String> classes() {
    List<String> classes = new ArrayList<>();
    root.path("classes").forEach(name -> classes.add(name.asText()));
    return classes;
  }

  private Activation activation() {
    String name = text("activation");
    for (Activation activation : Activation.values()) {
      if (activation.label().equals(name)) {
        return activation;
      }
    }
    throw new IllegalArgumentException("Its activation is neither softmax nor sigmoid.");
  }

  private Map<String, String> provenance() {
    Map<String, String> provenance = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("provenance").properties()) {
      provenance.put(entry.getKey(), entry.getValue().asText());
    }
    return provenance;
  }

  private String text(String field) {
    return root.path(field).asText("");
  }

  private float[] needed(String field) {
    return Optional.ofNullable(floats(field))
        .orElseThrow(() -> new IllegalArgumentException("It has no " + field + "."));
  }

  private float @Nullable [] floats(String field) {
    JsonNode node = root.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    byte[] packed;
    try {
      packed = Base64.getDecoder().decode(node.asText());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Its " + field + " are not Base64.", e);
    }
    if (packed.length % Float.BYTES != 0) {
      throw new IllegalArgumentException("Its " + field + " are cut off.");
    }
    float[] values = new float[packed.length / Float.BYTES];
    ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /** The bytes of a file. */
  public static byte[] format(ClassifierHead head) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION);
    root.put("featurizer", head.featurizer()).put("features", head.features());
    head.classes().forEach(root.putArray("classes")::add);
    root.put("activation", head.activation().label());
    ObjectNode provenance = root.putObject("provenance");
    new TreeMap<>(head.provenance()).forEach(provenance::put);
    root.put("weights", packed(head.layer().weights())).put("bias", packed(head.layer().bias()));
    root.put("mean", packed(head.layer().mean())).put("std", packed(head.layer().std()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  private static String packed(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
