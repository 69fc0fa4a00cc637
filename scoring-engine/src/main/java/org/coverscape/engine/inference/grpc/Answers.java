package org.coverscape.engine.inference.grpc;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.stream.Collectors;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.proto.serving.ModelSpec;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;

/**
 * Reads what a service answers: six class scores of shape [1, 6] or [6], in {@code float_val} as
 * Project Brainwave answered or in {@code tensor_content} as TensorFlow does. Anything else is a
 * {@link ServiceFault} that says what came. Thread-safe.
 */
final class Answers {
  private static final String OUTPUT = "output_alias";
  private static final int CLASSES = LandCoverClass.ALL.size();

  private final ServiceEndpoint endpoint;

  Answers(ServiceEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The scores of the one image that was asked about. */
  ClassScores scores(PredictResponse response) {
    TensorProto tensor = output(response.getOutputsMap());
    checkShape(tensor.getTensorShape());
    if (tensor.getDtype() != DataType.DT_FLOAT) {
      throw fault("numbers of the type " + tensor.getDtype());
    }
    try {
      return ClassScores.of(values(tensor));
    } catch (IllegalArgumentException e) {
      throw fault("scores that are no numbers");
    }
  }

  /**
   * The model's identity: {@code name:version}, or {@code name}; empty when nothing is told.
   * Versions may be numbers or labels.
   */
  static String identity(ModelSpec model) {
    if (model.getName().isEmpty()) {
      return "";
    }
    return switch (model.getVersionChoiceCase()) {
      case VERSION -> model.getName() + ":" + model.getVersion().getValue();
      case VERSION_LABEL -> model.getName() + ":" + model.getVersionLabel();
      case VERSIONCHOICE_NOT_SET -> model.getName();
    };
  }

  private TensorProto output(Map<String, TensorProto> outputs) {
    TensorProto named = outputs.get(OUTPUT);
    if (named != null) {
      return named;
    }
    if (outputs.size() != 1) {
      throw fault(outputs.isEmpty() ? "nothing" : outputs.size() + " results");
    }
    return outputs.values().iterator().next();
  }

  private void checkShape(TensorShapeProto shape) {
    int rank = shape.getDimCount();
    boolean six =
        !shape.getUnknownRank()
            && (rank == 1 || (rank == 2 && shape.getDim(0).getSize() == 1))
            && shape.getDim(rank - 1).getSize() == CLASSES;
    if (!six) {
      String sizes =
          shape.getDimList().stream()
              .map(dim -> Long.toString(dim.getSize()))
              .collect(Collectors.joining(" × "));
      throw fault(sizes.isEmpty() ? "a single value" : sizes + " numbers");
    }
  }

  private float[] values(TensorProto tensor) {
    ByteString packed = tensor.getTensorContent();
    float[] values = new float[CLASSES];
    if (packed.isEmpty() && tensor.getFloatValCount() == CLASSES) {
      for (int i = 0; i < CLASSES; i++) {
        values[i] = tensor.getFloatVal(i);
      }
    } else if (packed.size() == CLASSES * Float.BYTES && tensor.getFloatValCount() == 0) {
      ByteBuffer bytes = packed.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().get(values);
    } else {
      throw fault("a number of scores that is not the one it announced");
    }
    return values;
  }

  private ServiceFault fault(String what) {
    return new ServiceFault(
        ServiceFault.Kind.UNUSABLE,
        "The service at "
            + endpoint
            + " answered with "
            + what
            + ", not with six class scores; name a service that classifies land cover.");
  }
}
