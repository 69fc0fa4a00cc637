package org.coverscape.service.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coverscape.service.image.ChipSource;

/**
 * A network run by ONNX Runtime on the CPU.
 *
 * <p>Its file has one input (see {@link OnnxInput}) and answers with {@code scores}: float {@code
 * [N,6]}, or {@code [N,7]} with none of the six last, probabilities or logits; or with {@code
 * features}: float {@code [N,F]}, {@code [N,1,1,F]} or {@code [N,F,1,1]}; or with both. It may have
 * {@code dense} besides: float {@code [N,7,7,6]}, probabilities for each cell of 32 m. One output
 * of another name is scores where it is 6 or 7 wide, else features; {@link ModelNotes} can name
 * more.
 *
 * <p>Every chip runs alone and on one thread: sums are then always taken in the same order, and a
 * chip's answer cannot depend on its batch or on the load. Callers may answer from many threads at
 * once; {@link #close} must wait until none does.
 */
public final class OnnxModel implements ChipModel {
  private final OnnxRunner runner;
  private final ModelIdentity identity;
  private final Map<ModelOutput, String> tensors = new EnumMap<>(ModelOutput.class);
  private final Map<ModelOutput, Integer> widths = new EnumMap<>(ModelOutput.class);
  private ScoreForm form = ScoreForm.PROBABILITIES;

  private OnnxModel(OnnxRunner runner, ModelIdentity identity) {
    this.runner = runner;
    this.identity = identity;
  }

  /**
   * Opens a network whose name and version are known, and whose file says all there is to it.
   *
   * @param onnx the content of an ONNX file
   * @throws ModelFault when it cannot be read or does not keep the contract above
   */
  public static OnnxModel of(byte[] onnx, ModelIdentity identity) throws ModelFault {
    OrtEnvironment runtime = OnnxSessions.runtime();
    OrtSession session = OnnxSessions.open(runtime, onnx);
    return checked(runtime, session, identity, ModelNotes.none());
  }

  /**
   * Opens a network from a file, which may refer to files of weights beside it.
   *
   * @param name its name, unless the file states one as metadata {@code name}
   * @param sha256 the digest of all that decides its answers, which becomes its version
   * @throws ModelFault when it cannot be read or does not keep the contract above
   */
  static OnnxModel of(Path file, String name, byte[] sha256, ModelNotes notes) throws ModelFault {
    OrtEnvironment runtime = OnnxSessions.runtime();
    OrtSession session = OnnxSessions.open(runtime, file);
    String stated = OnnxSessions.statedName(session).orElse(name);
    return checked(runtime, session, ModelIdentity.ofContent(stated, sha256), notes);
  }

  private static OnnxModel checked(
      OrtEnvironment runtime, OrtSession session, ModelIdentity identity, ModelNotes notes)
      throws ModelFault {
    boolean sound = false;
    try {
      OnnxSignature signature = OnnxSignature.of(session, notes);
      OnnxRunner runner = new OnnxRunner(runtime, session, signature.input());
      OnnxModel model = new OnnxModel(runner, identity);
      model.measure(signature);
      sound = true;
      return model;
    } finally {
      if (!sound) {
        OnnxSessions.close(session);
      }
    }
  }

  /** Runs some chips: finds how wide and of what kind the answers are, and that it runs at all. */
  private void measure(OnnxSignature signature) throws ModelFault {
    tensors.putAll(signature.outputs());
    if (signature.only().isPresent()) {
      String tensor = signature.only().get();
      int width = runner.run(new byte[ChipSource.BYTES], tensor).length;
      tensors.put(isScores(width) ? ModelOutput.SCORES : ModelOutput.FEATURES, tensor);
    }
    for (Map.Entry<ModelOutput, String> output : tensors.entrySet()) {
      List<float[]> rows = new ArrayList<>();
      for (byte[] chip : trials()) {
        rows.add(runner.run(chip, output.getValue()));
      }
      int width = rows.get(0).length;
      widths.put(output.getKey(), width);
      if (output.getKey() == ModelOutput.SCORES) {
        checkScores(width);
        widths.put(output.getKey(), OnnxSignature.CLASSES);
        form = ScoreForm.of(rows);
      }
    }
  }

  private static boolean isScores(int width) {
    return width == OnnxSignature.CLASSES || width == OnnxSignature.CLASSES + 1;
  }

  private static void checkScores(int width) throws ModelFault {
    if (!isScores(width)) {
      throw new ModelFault(
          "The network answers with "
              + width
              + " scores where the six land-cover classes need 6, or 7 with none of them last; use"
              + " one trained for them, or serve its features under a --head.");
    }
  }

  /** A black chip, a white one, and noise that is always the same. */
  private static List<byte[]> trials() {
    byte[] black = new byte[ChipSource.BYTES];
    byte[] white = new byte[ChipSource.BYTES];
    Arrays.fill(white, (byte) 255);
    byte[] noise = new byte[ChipSource.BYTES];
    new Random(1).nextBytes(noise);
    return List.of(black, white, noise);
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
    String tensor = tensors.get(output);
    if (tensor == null) {
      throw new ModelFault("The network has no " + output.tensor() + "; ask for something else.");
    }
    float[] row = runner.run(pixels, tensor);
    return output == ModelOutput.SCORES ? form.six(row) : row;
  }

  @Override
  public void close() {
    OnnxSessions.close(runner.session());
  }
}
