package org.coverscape.service.model;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.coverscape.service.model.OnnxWriter.Message;

/**
 * A network for tests whose answers follow from the pixels: {@code dense} says of each 32 m cell
 * the class whose colour is nearest to the cell's mean; {@code scores} is the mean over the cells.
 */
public final class ColourNetwork {
  private static final int FLOAT = 1;
  private static final int UINT8 = 2;
  private static final int CLASSES = 6;

  /** The smaller, the surer: a distance of 40 in one band is a factor of e⁴. */
  private static final double SPREAD = 400;

  private static final int[] COLOURS = {
    0xD0C0A0, 0xC0A020, 0x606070, 0x103010, 0x70A050, 0x908050,
  };

  private ColourNetwork() {}

  /** The colour of a class, 0xRRGGBB. */
  public static int colour(int classId) {
    return COLOURS[classId - 1];
  }

  /** The file. */
  public static byte[] bytes() {
    return file(true);
  }

  /** The same network, but its dense output is not transposed: {@code [N,6,7,7]}. */
  static byte[] withClassesFirst() {
    return file(false);
  }

  private static byte[] file(boolean classesLast) {
    return new Message()
        .number(1, 8)
        .message(7, graph(classesLast))
        .message(8, new Message().text(1, "").number(2, 13))
        .bytes();
  }

  private static Message graph(boolean classesLast) {
    String cells = classesLast ? "cells" : "dense";
    Message graph =
        new Message()
            .message(1, node("Cast", List.of("images"), "f", OnnxWriter.attribute("to", FLOAT)))
            .message(1, node("Transpose", List.of("f"), "nchw", order(0, 3, 1, 2)))
            .message(
                1,
                node(
                    "AveragePool",
                    List.of("nchw"),
                    "means",
                    OnnxWriter.attribute("kernel_shape", new long[] {32, 32}),
                    OnnxWriter.attribute("strides", new long[] {32, 32})))
            .message(1, node("Conv", List.of("means", "w", "b"), "logits"))
            .message(1, node("Softmax", List.of("logits"), cells, OnnxWriter.attribute("axis", 1)))
            .message(1, node("GlobalAveragePool", List.of(cells), "pool"))
            .message(1, node("Flatten", List.of("pool"), "scores"));
    if (classesLast) {
      graph.message(1, node("Transpose", List.of(cells), "dense", order(0, 2, 3, 1)));
    }
    return graph
        .text(2, "colours")
        .message(5, weights())
        .message(5, biases())
        .message(11, OnnxWriter.value("images", UINT8, "n", 1, 224, 224, 3))
        .message(12, OnnxWriter.value("scores", FLOAT, "n", 1, CLASSES))
        .message(
            12,
            classesLast
                ? OnnxWriter.value("dense", FLOAT, "n", 1, 7, 7, CLASSES)
                : OnnxWriter.value("dense", FLOAT, "n", 1, CLASSES, 7, 7));
  }

  private static Message order(long... axes) {
    return OnnxWriter.attribute("perm", axes);
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

  /** Less the square of the distance: what all classes share of it cancels out. */
  private static Message weights() {
    ByteBuffer raw = ByteBuffer.allocate(4 * CLASSES * 3).order(ByteOrder.LITTLE_ENDIAN);
    for (int colour : COLOURS) {
      for (int band = 0; band < 3; band++) {
        raw.putFloat((float) (2 * part(colour, band) / SPREAD));
      }
    }
    return tensor("w", raw, CLASSES, 3, 1, 1);
  }

  private static Message biases() {
    ByteBuffer raw = ByteBuffer.allocate(4 * CLASSES).order(ByteOrder.LITTLE_ENDIAN);
    for (int colour : COLOURS) {
      double square = 0;
      for (int band = 0; band < 3; band++) {
        square += part(colour, band) * part(colour, band);
      }
      raw.putFloat((float) (-square / SPREAD));
    }
    return tensor("b", raw, CLASSES);
  }

  private static double part(int colour, int band) {
    return colour >> 16 - 8 * band & 0xFF;
  }

  private static Message tensor(String name, ByteBuffer raw, long... shape) {
    Message tensor = new Message();
    for (long size : shape) {
      tensor.number(1, size);
    }
    return tensor.number(2, FLOAT).text(8, name).raw(9, ByteString.copyFrom(raw.flip()));
  }
}
