package org.coverscape.service.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.coverscape.service.image.ChipSource;

/**
 * The one input of a network, and how a chip is put into it: uint8 or float, {@code [N,224,224,3]}
 * or {@code [N,3,224,224]}. Where N is fixed, the chip is repeated that often. Thread-safe.
 */
final class OnnxInput {
  private static final int PIXELS = ChipSource.SIZE * ChipSource.SIZE;
  private static final int MOST_ROWS = 64;
  private static final String WANTED =
      " it must be uint8 or float, [N,224,224,3] or [N,3,224,224], for one RGB image.";

  private final String name;
  private final OnnxJavaType type;
  private final boolean channelsFirst;
  private final int rows;
  private final int[] channels = new int[3];
  private final float[][] values = new float[3][];
  private final boolean plain;

  /** One buffer outside the heap for each worker: the pixels are handed over without garbage. */
  private final ThreadLocal<ByteBuffer> buffers;

  private OnnxInput(
      String name, OnnxJavaType type, boolean channelsFirst, int rows, PixelScaling scaling) {
    this.name = name;
    this.type = type;
    this.channelsFirst = channelsFirst;
    this.rows = rows;
    for (int place = 0; place < channels.length; place++) {
      channels[place] = scaling.channel(place);
      values[place] = scaling.values(channels[place]);
    }
    this.plain = type == OnnxJavaType.UINT8 && !channelsFirst && !scaling.blueFirst();
    int bytes = rows * ChipSource.BYTES * type.size;
    this.buffers =
        ThreadLocal.withInitial(
            () -> ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()));
  }

  /**
   * Reads and checks a network's inputs.
   *
   * @throws ModelFault with what is expected and what was found
   */
  static OnnxInput of(Map<String, NodeInfo> inputs, ModelNotes notes) throws ModelFault {
    if (inputs.size() != 1) {
      throw new ModelFault(
          "The network has "
              + inputs.size()
              + " inputs ("
              + String.join(", ", inputs.keySet())
              + ") and so is none for single images; give it one alone, of shape [N,224,224,3].");
    }
    NodeInfo node = inputs.values().iterator().next();
    if (!(node.getInfo() instanceof TensorInfo tensor)
        || (tensor.type != OnnxJavaType.UINT8 && tensor.type != OnnxJavaType.FLOAT)) {
      throw new ModelFault(found(node) + WANTED);
    }
    long[] shape = tensor.getShape();
    boolean first = channelsFirst(node, shape, notes);
    PixelScaling scaling = scaling(node, tensor.type, notes);
    return new OnnxInput(node.getName(), tensor.type, first, rows(node, shape[0]), scaling);
  }

  private static boolean channelsFirst(NodeInfo node, long[] shape, ModelNotes notes)
      throws ModelFault {
    boolean last = fits(shape, ChipSource.SIZE, ChipSource.SIZE, 3);
    boolean first = fits(shape, 3, ChipSource.SIZE, ChipSource.SIZE);
    boolean wanted = notes.channelsFirst().orElse(first && !last);
    if (last && first && notes.channelsFirst().isEmpty()) {
      throw new ModelFault(
          found(node)
              + " its shape does not tell where the colours are; note \"layout\" nhwc or nchw in a"
              + " JSON file beside it.");
    }
    if (wanted ? !first : !last) {
      boolean square = shape.length == 4 && Math.max(shape[1], shape[2]) > 3;
      String why =
          square && !first && !last && Arrays.stream(shape).anyMatch(size -> size == 3)
              ? " chips are 224 pixels wide and are not resized, so export it for 224 × 224."
              : WANTED;
      throw new ModelFault(found(node) + why);
    }
    return wanted;
  }

  /** Whether one chip can be put in; −1 stands for any number. */
  private static boolean fits(long[] shape, long... chip) {
    boolean fits = shape.length == chip.length + 1;
    for (int i = 0; fits && i < chip.length; i++) {
      fits = shape[i + 1] == -1 || shape[i + 1] == chip[i];
    }
    return fits;
  }

  private static int rows(NodeInfo node, long count) throws ModelFault {
    if (count > MOST_ROWS || count == 0) {
      throw new ModelFault(
          found(node)
              + " it takes "
              + count
              + " images at once; export it for one, or any number.");
    }
    return (int) Math.max(1, count);
  }

  private static PixelScaling scaling(NodeInfo node, OnnxJavaType type, ModelNotes notes)
      throws ModelFault {
    if (type == OnnxJavaType.FLOAT && notes.scaling().isEmpty()) {
      throw new ModelFault(
          found(node)
              + " the file does not say how pixels become such numbers; note it in a JSON file of"
              + " the same name beside it, such as {\"preprocessing\": \"imagenet\"}, or \"none\""
              + " for 0 to 255.");
    }
    PixelScaling scaling = notes.scaling().orElseGet(PixelScaling::none);
    if (type == OnnxJavaType.UINT8 && !scaling.keepsValues()) {
      throw new ModelFault(
          found(node)
              + " preprocessing makes fractions, which it does not take; leave it out of the JSON"
              + " file beside it.");
    }
    return scaling;
  }

  private static String found(NodeInfo node) {
    return "The network's input " + node.getName() + " is " + describe(node) + ";";
  }

  /** Type and shape of an input or output in words; N stands for any size. */
  static String describe(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor
        ? tensor.type.toString().toLowerCase(Locale.ROOT)
            + " "
            + Arrays.toString(tensor.getShape()).replace("-1", "N")
        : "no tensor";
  }

  /** Its name. */
  String name() {
    return name;
  }

  /** How often a chip is repeated; answers come as often, and the first counts. */
  int rows() {
    return rows;
  }

  /** A tensor of a chip, {@link ChipSource#BYTES} long; the caller closes it. */
  OnnxTensor tensor(OrtEnvironment runtime, byte[] pixels) throws OrtException {
    ByteBuffer buffer = buffers.get().clear();
    for (int row = 0; row < rows; row++) {
      put(pixels, buffer);
    }
    long size = ChipSource.SIZE;
    long[] shape =
        channelsFirst ? new long[] {rows, 3, size, size} : new long[] {rows, size, size, 3};
    return type == OnnxJavaType.UINT8
        ? OnnxTensor.createTensor(runtime, buffer.flip(), shape, OnnxJavaType.UINT8)
        : OnnxTensor.createTensor(runtime, buffer.flip().asFloatBuffer(), shape);
  }

  private void put(byte[] pixels, ByteBuffer buffer) {
    if (plain) {
      buffer.put(pixels);
    } else if (channelsFirst) {
      for (int place = 0; place < channels.length; place++) {
        for (int pixel = 0; pixel < PIXELS; pixel++) {
          put(pixels, pixel, place, buffer);
        }
      }
    } else {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        for (int place = 0; place < channels.length; place++) {
          put(pixels, pixel, place, buffer);
        }
      }
    }
  }

  private void put(byte[] pixels, int pixel, int place, ByteBuffer buffer) {
    byte sample = pixels[3 * pixel + channels[place]];
    if (type == OnnxJavaType.UINT8) {
      buffer.put(sample);
    } else {
      buffer.putFloat(values[place][sample & 0xFF]);
    }
  }
}
