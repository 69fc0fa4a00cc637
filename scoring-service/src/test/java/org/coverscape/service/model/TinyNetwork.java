package org.coverscape.service.model;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.coverscape.service.model.OnnxWriter.Message;

/**
 * A small network for tests, written as an ONNX file: Cast, Transpose, an 8 × 8 convolution with
 * stride 8, ReLU, global average pooling ({@code features}, 12 wide), a dense layer of 7, softmax,
 * and its first six columns ({@code scores}). Its weights are random, but always the same.
 */
public final class TinyNetwork {
  /** How many features it answers with. */
  public static final int FEATURES = 12;

  private static final int FLOAT = 1;
  private static final int UINT8 = 2;
  private static final int INT64 = 7;

  private int classes = 6;
  private boolean features = true;
  private String scoresName = "scores";
  private int inputType = UINT8;
  private long side = 224;
  private float weight = 0.02f;
  private String statedName = "";
  private boolean channelsFirst;
  private boolean softmax = true;
  private boolean scores = true;
  private boolean pooled = true;
  private boolean all;
  private boolean secondInput;
  private long batch;
  private long opset = 13;
  private String weightsFile = "";

  /** The network that keeps the service's contract. */
  public static TinyNetwork sound() {
    return new TinyNetwork();
  }

  /** One that answers with another number of classes. */
  public TinyNetwork classes(int count) {
    classes = count;
    return this;
  }

  /** One without the output {@code features}. */
  public TinyNetwork withoutFeatures() {
    features = false;
    return this;
  }

  /** One whose scores have another name. */
  public TinyNetwork scoresNamed(String name) {
    scoresName = name;
    return this;
  }

  /** One that takes float pixels. */
  public TinyNetwork floatInput() {
    inputType = FLOAT;
    return this;
  }

  /** One that takes chips of another size. */
  public TinyNetwork side(long pixels) {
    side = pixels;
    return this;
  }

  /** One with larger or smaller weights; NaN makes every answer NaN. */
  public TinyNetwork weight(float scale) {
    weight = scale;
    return this;
  }

  /** One that states its name. */
  public TinyNetwork named(String name) {
    statedName = name;
    return this;
  }

  /** One whose input is {@code [N,3,224,224]}. */
  public TinyNetwork channelsFirst() {
    channelsFirst = true;
    return this;
  }

  /** One that answers with sums instead of probabilities. */
  public TinyNetwork logits() {
    softmax = false;
    return this;
  }

  /** One that shows its last class too. */
  public TinyNetwork showingAll() {
    all = true;
    return this;
  }

  /** One with features alone. */
  public TinyNetwork withoutScores() {
    scores = false;
    return this;
  }

  /** One whose features are still maps. */
  public TinyNetwork unpooled() {
    pooled = false;
    return this;
  }

  /** One that wants something besides the image. */
  public TinyNetwork withSecondInput() {
    secondInput = true;
    return this;
  }

  /** One that takes so many images at once and no others. */
  public TinyNetwork batch(long images) {
    batch = images;
    return this;
  }

  /** One of another version of the operations. */
  public TinyNetwork opset(long version) {
    opset = version;
    return this;
  }

  /** One whose convolution has its weights in a file. */
  public TinyNetwork weightsIn(String file) {
    weightsFile = file;
    return this;
  }

  /** What belongs into that file. */
  public byte[] weights() {
    return numbers(new Random(11), FEATURES * 3 * 8 * 8);
  }

  /** The file. */
  public byte[] bytes() {
    Message model =
        new Message()
            .number(1, 8)
            .message(7, graph())
            .message(8, new Message().text(1, "").number(2, opset));
    if (!statedName.isEmpty()) {
      model.message(14, new Message().text(1, "name").text(2, statedName));
    }
    return model.bytes();
  }

  private Message graph() {
    Random random = new Random(11);
    Message graph =
        new Message()
            .message(1, node("Cast", List.of("images"), "f", OnnxWriter.attribute("to", FLOAT)))
            .message(1, layout())
            .message(
                1,
                node(
                    "Conv",
                    List.of("nchw", "w"),
                    "conv",
                    OnnxWriter.attribute("strides", new long[] {8, 8})))
            .message(1, node("Relu", List.of("conv"), "relu"))
            .message(1, node("GlobalAveragePool", List.of("relu"), "pool"))
            .message(1, node("Flatten", List.of("pool"), pooled ? "features" : "flat"))
            .message(1, node("Gemm", List.of(pooled ? "features" : "flat", "d", "b"), "logits"))
            .message(1, node(softmax ? "Softmax" : "Identity", List.of("logits"), "all"))
            .message(1, node("Slice", List.of("all", "zero", "six", "one"), scoresName))
            .text(2, "tiny")
            .message(5, floats("w", random, FEATURES, 3, 8, 8))
            .message(5, floats("d", random, FEATURES, classes + 1))
            .message(5, floats("b", random, classes + 1))
            .message(5, integer("zero", 0))
            .message(5, integer("six", shown()))
            .message(5, integer("one", 1));
    if (!pooled) {
      graph.message(1, node("Identity", List.of("relu"), "features"));
    }
    ends(graph);
    return graph;
  }

  private int shown() {
    return all ? classes + 1 : classes;
  }

  private Message layout() {
    return channelsFirst
        ? node("Identity", List.of("f"), "nchw")
        : node(
            "Transpose",
            List.of("f"),
            "nchw",
            OnnxWriter.attribute("perm", new long[] {0, 3, 1, 2}));
  }

  private void ends(Message graph) {
    long[] chip =
        channelsFirst ? new long[] {batch, 3, side, side} : new long[] {batch, side, side, 3};
    graph.message(11, value("images", inputType, chip));
    if (secondInput) {
      graph.message(11, value("mask", FLOAT, batch, side));
    }
    if (scores) {
      graph.message(12, value(scoresName, FLOAT, batch, shown()));
    }
    if (features) {
      graph.message(
          12,
          pooled
              ? value("features", FLOAT, batch, FEATURES)
              : value("features", FLOAT, batch, FEATURES, 28, 28));
    }
  }

  /** A first size of 0 may vary. */
  private static Message value(String name, int type, long... sizes) {
    return OnnxWriter.value(name, type, sizes[0] == 0 ? "n" : "", sizes);
  }

  private static Message node(String type, List<String> inputs, String output, Message... extra) {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, output).text(3, type + "." + output).text(4, type);
    for (Message attribute : extra) {
      node.message(5, attribute);
    }
    return node;
  }

  private Message floats(String name, Random random, long... shape) {
    int count = 1;
    Message tensor = new Message();
    for (long size : shape) {
      tensor.number(1, size);
      count *= (int) size;
    }
    byte[] raw = numbers(random, count);
    tensor.number(2, FLOAT).text(8, name);
    return weightsFile.isEmpty() || !name.equals("w")
        ? tensor.raw(9, ByteString.copyFrom(raw))
        : tensor.message(13, new Message().text(1, "location").text(2, weightsFile)).number(14, 1);
  }

  private byte[] numbers(Random random, int count) {
    ByteBuffer raw = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      raw.putFloat((float) random.nextGaussian() * weight);
    }
    return raw.array();
  }

  private static Message integer(String name, long value) {
    ByteBuffer raw = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
    return new Message()
        .number(1, 1)
        .number(2, INT64)
        .text(8, name)
        .raw(9, ByteString.copyFrom(raw.flip()));
  }
}
