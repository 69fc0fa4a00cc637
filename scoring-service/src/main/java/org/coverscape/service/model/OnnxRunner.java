package org.coverscape.service.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Puts a chip into a network and takes a row of numbers out. Thread-safe.
 *
 * @param runtime ONNX Runtime
 * @param session the network, which the caller closes when nobody runs it any more
 * @param input where the chip goes
 */
record OnnxRunner(OrtEnvironment runtime, OrtSession session, OnnxInput input) {
  /**
   * The numbers of one output for a chip.
   *
   * @throws ModelFault when the network fails, or answers with anything but one row of numbers
   */
  float[] run(byte[] pixels, String output) throws ModelFault {
    try (OnnxTensor chip = input.tensor(runtime, pixels);
        OrtSession.Result result = session.run(Map.of(input.name(), chip), Set.of(output))) {
      OnnxTensor answer = (OnnxTensor) result.get(0);
      FloatBuffer numbers = answer.getFloatBuffer();
      checkRow(output, answer.getInfo().getShape());
      float[] row = new float[numbers.remaining() / input.rows()];
      numbers.get(row);
      return finite(row);
    } catch (OrtException e) {
      throw new ModelFault(
          "The network fails on an image of 224 × 224 pixels; use another one, or export it again.",
          e);
    }
  }

  /** One row for each image, as in [N,6], [N,1,1,2048] and [N,2048,1,1], or the cells of one. */
  private void checkRow(String output, long[] shape) throws ModelFault {
    boolean leads = shape.length > 1 && shape[0] == input.rows();
    boolean readable = shape.length > 0 && (leads || input.rows() == 1);
    long wide = Arrays.stream(shape).skip(leads ? 1 : 0).filter(size -> size != 1).count();
    if (Arrays.equals(shape, cells())) {
      return;
    }
    if (!readable || wide > 1 || Arrays.stream(shape).anyMatch(size -> size == 0)) {
      throw new ModelFault(
          "The network's output "
              + output
              + " is "
              + Arrays.toString(shape)
              + ", not one row of numbers for an image; pool or flatten it to [N,F].");
    }
  }

  private long[] cells() {
    int across = ModelOutput.CELLS_ACROSS;
    return new long[] {input.rows(), across, across, OnnxSignature.CLASSES};
  }

  private static float[] finite(float[] answer) throws ModelFault {
    for (float number : answer) {
      if (!Float.isFinite(number)) {
        throw new ModelFault("The network answers with what is not a number; use another one.");
      }
    }
    return answer;
  }
}
