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
  /** Refuses a shape that is not what was asked for. */
  @FunctionalInterface
  private interface Check {
    void of(String output, long[] shape) throws ModelFault;
  }

  /**
   * The numbers of one output for a chip.
   *
   * @throws ModelFault when the network fails, or answers with anything but one row of numbers
   */
  float[] row(byte[] pixels, String output) throws ModelFault {
    return run(pixels, output, this::checkRow);
  }

  /**
   * The numbers of one output for the cells of a chip, row by row.
   *
   * @throws ModelFault when the network fails, or answers with anything but 7 × 7 cells of six
   */
  float[] cells(byte[] pixels, String output) throws ModelFault {
    return run(pixels, output, this::checkCells);
  }

  private float[] run(byte[] pixels, String output, Check check) throws ModelFault {
    try (OnnxTensor chip = input.tensor(runtime, pixels);
        OrtSession.Result result = session.run(Map.of(input.name(), chip), Set.of(output))) {
      OnnxTensor answer = (OnnxTensor) result.get(0);
      FloatBuffer numbers = answer.getFloatBuffer();
      check.of(output, answer.getInfo().getShape());
      float[] row = new float[numbers.remaining() / input.rows()];
      numbers.get(row);
      return finite(row);
    } catch (OrtException e) {
      throw new ModelFault(
          "The network fails on an image of 224 × 224 pixels; use another one, or export it again.",
          e);
    }
  }

  /** One row for each image, as in [N,6], [N,1,1,2048] and [N,2048,1,1]. */
  private void checkRow(String output, long[] shape) throws ModelFault {
    boolean leads = shape.length > 1 && shape[0] == input.rows();
    boolean readable = shape.length > 0 && (leads || input.rows() == 1);
    long wide = Arrays.stream(shape).skip(leads ? 1 : 0).filter(size -> size != 1).count();
    if (!readable || wide > 1 || Arrays.stream(shape).anyMatch(size -> size == 0)) {
      throw new ModelFault(
          "The network's output "
              + output
              + " is "
              + Arrays.toString(shape)
              + ", not one row of numbers for an image; pool or flatten it to [N,F].");
    }
  }

  /** Sizes that the file leaves open are known only here. */
  private void checkCells(String output, long[] shape) throws ModelFault {
    int across = ModelOutput.CELLS_ACROSS;
    long[] wanted = {input.rows(), across, across, OnnxSignature.CLASSES};
    if (!Arrays.equals(shape, wanted)) {
      throw OnnxSignature.noCells(output);
    }
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
