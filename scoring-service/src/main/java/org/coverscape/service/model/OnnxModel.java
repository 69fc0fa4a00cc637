package org.coverscape.service.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.coverscape.service.image.ChipSource;

/**
 * A network run by ONNX Runtime on the CPU.
 *
 * <p>Its file has one input, {@code images}: uint8 {@code [N,224,224,3]}, RGB; an output {@code
 * scores}: float {@code [N,6]}; and may have an output {@code features}: float {@code [N,F]} or
 * {@code [N,1,1,F]}, and an output {@code dense}: float {@code [N,7,7,6]}, scores of cells.
 *
 * <p>Every chip runs alone and on one thread: sums are then always taken in the same order, and a
 * chip's answer cannot depend on its batch or on the load. Callers may answer from many threads at
 * once; {@link #close} must wait until none does.
 */
public final class OnnxModel implements ChipModel {
  private final OrtEnvironment runtime;
  private final OrtSession session;
  private final OnnxSignature signature;
  private final ModelIdentity identity;
  private final Map<ModelOutput, Integer> widths = new EnumMap<>(ModelOutput.class);

  /** One buffer outside the heap for each worker: the pixels are handed over without garbage. */
  private final ThreadLocal<ByteBuffer> buffers =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(ChipSource.BYTES));

  private OnnxModel(
      OrtEnvironment runtime, OrtSession session, OnnxSignature signature, ModelIdentity identity) {
    this.runtime = runtime;
    this.session = session;
    this.signature = signature;
    this.identity = identity;
  }

  /**
   * Opens a network whose name and version are known.
   *
   * @param onnx the content of an ONNX file
   * @throws ModelFault when it cannot be read or does not keep the contract above
   */
  public static OnnxModel of(byte[] onnx, ModelIdentity identity) throws ModelFault {
    OrtEnvironment runtime = OnnxSessions.runtime();
    OrtSession session = OnnxSessions.open(runtime, onnx);
    return checked(runtime, session, identity);
  }

  /**
   * Opens a network from a file, which may refer to files of weights beside it.
   *
   * @param name its name, unless the file states one as metadata {@code name}
   * @param sha256 the file's digest, which becomes its version
   * @throws ModelFault when it cannot be read or does not keep the contract above
   */
  public static OnnxModel of(Path file, String name, byte[] sha256) throws ModelFault {
    OrtEnvironment runtime = OnnxSessions.runtime();
    OrtSession session = OnnxSessions.open(runtime, file);
    String stated = OnnxSessions.statedName(session).orElse(name);
    return checked(runtime, session, ModelIdentity.ofContent(stated, sha256));
  }

  private static OnnxModel checked(
      OrtEnvironment runtime, OrtSession session, ModelIdentity identity) throws ModelFault {
    try {
      OnnxSignature signature = OnnxSignature.of(session);
      OnnxModel model = new OnnxModel(runtime, session, signature, identity);
      model.measure();
      return model;
    } catch (ModelFault fault) {
      OnnxSessions.close(session);
      throw fault;
    }
  }

  /** Runs a black chip: finds how wide the answers are, and that the network runs at all. */
  private void measure() throws ModelFault {
    byte[] black = new byte[ChipSource.BYTES];
    for (ModelOutput output : signature.outputs()) {
      widths.put(output, answer(black, output).length);
    }
    if (width(ModelOutput.SCORES) != OnnxSignature.CLASSES) {
      throw new ModelFault(
          "The network answers with "
              + width(ModelOutput.SCORES)
              + " scores where the six land-cover classes need 6; use one trained for them.");
    }
  }

  @Override
  public ModelIdentity identity() {
    return identity;
  }

  @Override
  public int width(ModelOutput output) {
    return widths.getOrDefault(output, 0);
  }

  @Override
  public float[] answer(byte[] pixels, ModelOutput output) throws ModelFault {
    ByteBuffer buffer = buffers.get().clear().put(pixels).flip();
    try (OnnxTensor chip =
            OnnxTensor.createTensor(runtime, buffer, OnnxSignature.oneChip(), OnnxJavaType.UINT8);
        OrtSession.Result result =
            session.run(Map.of(signature.input(), chip), Set.of(output.tensor()))) {
      FloatBuffer numbers = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] answer = new float[numbers.remaining()];
      numbers.get(answer);
      return finite(answer);
    } catch (OrtException e) {
      throw new ModelFault("The network fails on a chip; use another one.", e);
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

  @Override
  public void close() {
    OnnxSessions.close(session);
  }
}
