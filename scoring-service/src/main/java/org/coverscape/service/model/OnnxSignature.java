package org.coverscape.service.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.coverscape.service.image.ChipSource;

/**
 * The names, types and shapes of a network, checked against the contract of {@link OnnxModel}.
 *
 * @param input the name of its one input, as a rule {@code images}
 * @param outputs what it can answer, {@link ModelOutput#SCORES} always among them
 */
record OnnxSignature(String input, Set<ModelOutput> outputs) {
  static final int CLASSES = 6;

  /** The shape of one chip. */
  static long[] oneChip() {
    return new long[] {1, ChipSource.SIZE, ChipSource.SIZE, 3};
  }

  /**
   * Reads and checks a network's signature.
   *
   * @throws ModelFault with what is expected and what was found
   */
  static OnnxSignature of(OrtSession session) throws ModelFault {
    try {
      String input = input(session.getInputInfo());
      Set<ModelOutput> outputs = EnumSet.noneOf(ModelOutput.class);
      for (ModelOutput output : ModelOutput.values()) {
        NodeInfo node = session.getOutputInfo().get(output.tensor());
        if (node != null) {
          checkOutput(node);
          if (output == ModelOutput.DENSE) {
            checkCells(node);
          }
          outputs.add(output);
        }
      }
      if (!outputs.contains(ModelOutput.SCORES)) {
        throw new ModelFault(
            "The network has no output named scores but only "
                + String.join(", ", session.getOutputNames())
                + "; give it one of shape [N,6].");
      }
      return new OnnxSignature(input, outputs);
    } catch (OrtException e) {
      throw new ModelFault("The network does not say what it takes and answers.", e);
    }
  }

  private static String input(Map<String, NodeInfo> inputs) throws ModelFault {
    if (inputs.size() != 1) {
      throw new ModelFault(
          "The network has "
              + inputs.size()
              + " inputs; give it one alone, images, of shape [N,224,224,3].");
    }
    NodeInfo node = inputs.values().iterator().next();
    if (!(node.getInfo() instanceof TensorInfo tensor)
        || tensor.type != OnnxJavaType.UINT8
        || !fits(tensor.getShape(), oneChip())) {
      throw new ModelFault(
          "The network's input "
              + node.getName()
              + " is "
              + describe(node)
              + "; it must be uint8 [N,224,224,3], 8-bit RGB.");
    }
    return node.getName();
  }

  /** Whether what is wanted for one chip can be had; −1 stands for any number. */
  private static boolean fits(long[] shape, long[] wanted) {
    boolean fits = shape.length == wanted.length;
    for (int i = 0; fits && i < wanted.length; i++) {
      fits = shape[i] == -1 || shape[i] == wanted[i];
    }
    return fits;
  }

  private static void checkOutput(NodeInfo node) throws ModelFault {
    if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
      throw new ModelFault(
          "The network's output "
              + node.getName()
              + " is "
              + describe(node)
              + "; it must be float.");
    }
  }

  private static void checkCells(NodeInfo node) throws ModelFault {
    long across = ModelOutput.CELLS_ACROSS;
    if (node.getInfo() instanceof TensorInfo tensor
        && !fits(tensor.getShape(), new long[] {1, across, across, CLASSES})) {
      throw new ModelFault(
          "The network's output "
              + node.getName()
              + " is "
              + describe(node)
              + "; it must be float [N,7,7,6], or have another name.");
    }
  }

  private static String describe(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor
        ? tensor.type + " " + Arrays.toString(tensor.getShape())
        : "no tensor";
  }
}
