package org.coverscape.service.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names, types and shapes of a network, checked against the contract of {@link OnnxModel}.
 *
 * @param input where a chip goes
 * @param outputs the names of what it can answer
 * @param only the name of its one output where that is called as the service calls none: how wide
 *     it is says what it is; {@code outputs} is empty then
 */
record OnnxSignature(OnnxInput input, Map<ModelOutput, String> outputs, Optional<String> only) {
  static final int CLASSES = 6;

  /**
   * Reads and checks a network's signature.
   *
   * @throws ModelFault with what is expected and what was found
   */
  static OnnxSignature of(OrtSession session, ModelNotes notes) throws ModelFault {
    try {
      OnnxInput input = OnnxInput.of(session.getInputInfo(), notes);
      Map<String, NodeInfo> nodes = session.getOutputInfo();
      Map<ModelOutput, String> outputs = outputs(nodes, notes);
      Optional<String> only = Optional.empty();
      if (outputs.isEmpty()) {
        only = Optional.of(only(nodes));
      }
      for (String name : outputs.values()) {
        checkOutput(nodes, name);
      }
      checkCells(nodes, outputs);
      return new OnnxSignature(input, outputs, only);
    } catch (OrtException e) {
      throw new ModelFault("The network does not say what it takes and answers.", e);
    }
  }

  private static Map<ModelOutput, String> outputs(Map<String, NodeInfo> nodes, ModelNotes notes) {
    Map<ModelOutput, String> outputs = new EnumMap<>(ModelOutput.class);
    outputs.putAll(notes.outputs());
    for (ModelOutput output : ModelOutput.values()) {
      if (!outputs.containsKey(output) && nodes.containsKey(output.tensor())) {
        outputs.put(output, output.tensor());
      }
    }
    return outputs;
  }

  private static String only(Map<String, NodeInfo> nodes) throws ModelFault {
    if (nodes.size() != 1) {
      throw new ModelFault(
          "The network has no output named scores or features but "
              + String.join(", ", nodes.keySet())
              + "; say in a JSON file of the same name beside it which is which, such as"
              + " {\"scores_output\": \""
              + nodes.keySet().stream().findFirst().orElse("…")
              + "\"}.");
    }
    String name = nodes.keySet().iterator().next();
    checkOutput(nodes, name);
    return name;
  }

  private static void checkOutput(Map<String, NodeInfo> nodes, String name) throws ModelFault {
    NodeInfo node = nodes.get(name);
    if (node == null) {
      throw new ModelFault(
          "The network has no output named "
              + name
              + " but "
              + String.join(", ", nodes.keySet())
              + "; correct the JSON file beside it.");
    }
    if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
      throw new ModelFault(
          "The network's output "
              + name
              + " is "
              + OnnxInput.describe(node)
              + "; it must be float.");
    }
  }

  /** Cells come besides what is said of whole chips, in a shape that leaves no doubt. */
  private static void checkCells(Map<String, NodeInfo> nodes, Map<ModelOutput, String> outputs)
      throws ModelFault {
    NodeInfo node = nodes.get(outputs.getOrDefault(ModelOutput.DENSE, ""));
    if (node == null) {
      return;
    }
    if (outputs.size() == 1) {
      throw new ModelFault(
          "The network has an output dense, but neither scores nor features; give it scores of"
              + " shape [N,6] too.");
    }
    long across = ModelOutput.CELLS_ACROSS;
    if (node.getInfo() instanceof TensorInfo tensor
        && !fits(tensor.getShape(), 1, across, across, CLASSES)) {
      throw new ModelFault(
          "The network's output "
              + node.getName()
              + " is "
              + OnnxInput.describe(node)
              + "; it must be float [N,7,7,6], or have another name.");
    }
  }

  /** Whether what is wanted for one chip can be had; −1 stands for any number. */
  private static boolean fits(long[] shape, long... wanted) {
    boolean fits = shape.length == wanted.length;
    for (int i = 0; fits && i < wanted.length; i++) {
      fits = shape[i] == -1 || shape[i] == wanted[i];
    }
    return fits;
  }
}
