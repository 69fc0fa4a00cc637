package org.coverscape.service.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an ONNX file cannot say of its network, noted in a JSON file beside it that has the same
 * name: {@code preprocessing} (a name, or {@code scale}, {@code mean}, {@code std} and {@code
 * order}), {@code layout}, {@code scores_output} and {@code features_output}. Other fields are for
 * people.
 *
 * @param scaling of pixels; empty where it is not noted
 * @param channelsFirst whether its input is {@code [N,3,224,224]}; empty where the shape tells
 * @param outputs the names of outputs that are not called as the service calls them
 */
record ModelNotes(
    Optional<PixelScaling> scaling,
    Optional<Boolean> channelsFirst,
    Map<ModelOutput, String> outputs) {
  private static final long LARGEST = 1 << 20;

  /** Copies the names. */
  ModelNotes {
    outputs = Map.copyOf(outputs);
  }

  /** No notes: the file says it all. */
  static ModelNotes none() {
    return new ModelNotes(Optional.empty(), Optional.empty(), Map.of());
  }

  /** Where the notes to an ONNX file are looked for. */
  static Path fileOf(Path onnx) {
    String name = String.valueOf(onnx.getFileName()).replaceFirst("(?i)\\.onnx$", "");
    return onnx.resolveSibling(name + ".json");
  }

  /**
   * The notes beside an ONNX file; none where there is no such file.
   *
   * @throws IOException when it cannot be read
   * @throws ModelFault when it cannot be understood
   */
  static ModelNotes beside(Path onnx) throws IOException, ModelFault {
    Path file = fileOf(onnx);
    if (!Files.isRegularFile(file)) {
      return none();
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException("it is too large.");
      }
      return of(new ObjectMapper().readTree(Files.readAllBytes(file)));
    } catch (JsonProcessingException e) {
      throw new ModelFault(file + " is no JSON; correct it.", e);
    } catch (IllegalArgumentException e) {
      throw new ModelFault(file + ": " + e.getMessage(), e);
    }
  }

  private static ModelNotes of(JsonNode root) {
    Map<ModelOutput, String> outputs = new EnumMap<>(ModelOutput.class);
    for (ModelOutput output : ModelOutput.values()) {
      JsonNode name = root.path(output.tensor() + "_output");
      if (name.isTextual()) {
        outputs.put(output, name.asText());
      }
    }
    return new ModelNotes(scaling(root.path("preprocessing")), layout(root), outputs);
  }

  private static Optional<Boolean> layout(JsonNode root) {
    JsonNode layout = root.path("layout");
    return layout.isMissingNode()
        ? Optional.empty()
        : Optional.of(word("layout", layout, "nhwc", "nchw"));
  }

  private static Optional<PixelScaling> scaling(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isObject()) {
      return Optional.of(
          PixelScaling.named(node.asText())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "preprocessing is '"
                              + node.asText()
                              + "'; use none, unit, symmetric, imagenet, resnet50, or scale, mean,"
                              + " std and order.")));
    }
    PixelScaling usual = PixelScaling.none();
    JsonNode scale = node.path("scale");
    if (!scale.isMissingNode() && !scale.isNumber()) {
      throw new IllegalArgumentException("scale takes a number that is not 0.");
    }
    JsonNode order = node.path("order");
    return Optional.of(
        new PixelScaling(
            scale.isMissingNode() ? usual.scale() : scale.floatValue(),
            numbers(node.path("mean"), usual.mean()),
            numbers(node.path("std"), usual.std()),
            !order.isMissingNode() && word("order", order, "rgb", "bgr")));
  }

  /** Whether a field is the second of two words. */
  private static boolean word(String field, JsonNode node, String first, String second) {
    String text = node.asText();
    if (!text.equalsIgnoreCase(first) && !text.equalsIgnoreCase(second)) {
      throw new IllegalArgumentException(
          field + " is '" + text + "'; use " + first + " or " + second + ".");
    }
    return text.equalsIgnoreCase(second);
  }

  private static List<Float> numbers(JsonNode node, List<Float> usual) {
    if (node.isMissingNode()) {
      return usual;
    }
    List<Float> numbers = new ArrayList<>();
    node.forEach(number -> numbers.add(number.isNumber() ? number.floatValue() : Float.NaN));
    return numbers;
  }

  /** What of the notes changes answers, so that it can become part of a network's version. */
  byte[] mark() {
    String words = scaling + " " + channelsFirst + " " + new TreeMap<>(outputs); // in fixed order
    return equals(none()) ? new byte[0] : words.getBytes(StandardCharsets.UTF_8);
  }
}
