package org.coverscape.engine.inference.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Int64Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.ModelChoice;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceProtocol;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.proto.serving.GetModelMetadataRequest;
import org.coverscape.proto.serving.GetModelMetadataResponse;
import org.coverscape.proto.serving.ModelSpec;
import org.coverscape.proto.serving.PredictRequest;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.coverscape.proto.tensorflow.DataType;
import org.coverscape.proto.tensorflow.TensorProto;
import org.coverscape.proto.tensorflow.TensorShapeProto;

/**
 * Speaks {@code Predict} as Project Brainwave's services and TensorFlow Serving do. Unless told
 * otherwise it sends image files in a string tensor named {@code images}, and reads {@code
 * output_alias}. Thread-safe.
 */
final class PredictDialect implements Dialect {
  private static final String OUTPUT = "output_alias";

  private final Wire wire;
  private final AnswerReader reader;
  private final PredictInput input;
  private final String output;
  private final PredictRequest skeleton;
  private final GetModelMetadataRequest metadata;
  private final int batch;

  /**
   * Speaks with a service.
   *
   * @throws ServiceFault when chips do not fit the configured shape
   */
  PredictDialect(ServiceSpec spec, Wire wire, AnswerReader reader) {
    this.wire = wire;
    this.reader = reader;
    this.input = PredictInput.of(spec);
    this.output = spec.model().output();
    this.batch = input.shape().limit(spec.calls().batch().orElse(1));
    PredictRequest.Builder question = PredictRequest.newBuilder();
    GetModelMetadataRequest.Builder about =
        GetModelMetadataRequest.newBuilder().addMetadataField("signature_def");
    if (!spec.model().name().isEmpty()) {
      ModelSpec model = model(spec.model());
      question.setModelSpec(model);
      about.setModelSpec(model);
    }
    if (!output.isEmpty()) {
      question.addOutputFilter(output);
    }
    this.skeleton = question.build();
    this.metadata = about.build();
  }

  @Override
  public ServiceProtocol protocol() {
    return ServiceProtocol.PREDICT;
  }

  @Override
  public String serviceName() {
    return PredictionServiceGrpc.SERVICE_NAME;
  }

  /** Many services have no such method, or want a name for it: then the identity is empty. */
  @Override
  public CompletableFuture<String> discover() {
    return wire.about(
            PredictionServiceGrpc.getGetModelMetadataMethod(),
            metadata,
            (GetModelMetadataResponse response) -> identity(response.getModelSpec()))
        .exceptionally(untold -> "");
  }

  @Override
  public <T> CompletableFuture<T> ask(List<Chip> chips, Function<Answer, T> then) {
    List<Chip> rows = Rows.padded(chips, input.shape());
    return wire.ask(
        PredictionServiceGrpc.getPredictMethod(),
        skeleton.toBuilder().putInputs(input.name(), input.tensor(rows)).build(),
        response -> then.apply(read(response, rows.size(), chips.size())));
  }

  @Override
  public CompletableFuture<Boolean> ready() {
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public int batchLimit() {
    return batch;
  }

  @Override
  public String input() {
    return input.words();
  }

  private Answer read(PredictResponse response, int rows, int wanted) {
    TensorProto tensor = output(response.getOutputsMap());
    TensorShapeProto shape = tensor.getTensorShape();
    int count =
        reader.count(
            rows,
            shape.getUnknownRank()
                ? List.of()
                : shape.getDimList().stream().map(TensorShapeProto.Dim::getSize).toList());
    float[] values = values(tensor);
    if (values.length != count) {
      throw reader.miscounted();
    }
    return reader.answer(identity(response.getModelSpec()), values, rows, wanted);
  }

  private TensorProto output(Map<String, TensorProto> outputs) {
    TensorProto named = outputs.get(output.isEmpty() ? OUTPUT : output);
    if (named != null) {
      return named;
    }
    if (!output.isEmpty()) {
      throw reader.fault("no result called '" + output + "'");
    }
    if (outputs.size() != 1) {
      throw reader.fault(outputs.isEmpty() ? "nothing" : outputs.size() + " results");
    }
    return outputs.values().iterator().next();
  }

  private float[] values(TensorProto tensor) {
    if (tensor.getDtype() != DataType.DT_FLOAT) {
      throw reader.fault("numbers of the type " + tensor.getDtype());
    }
    ByteString packed = tensor.getTensorContent();
    int count = tensor.getFloatValCount();
    if (!packed.isEmpty()) {
      if (count > 0 || packed.size() % Float.BYTES != 0) {
        throw reader.miscounted();
      }
      return Floats.ofSingles(packed);
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = tensor.getFloatVal(i);
    }
    return values;
  }

  /** Versions may be numbers or labels. */
  private static ModelSpec model(ModelChoice choice) {
    ModelSpec.Builder model = ModelSpec.newBuilder().setName(choice.name());
    String version = choice.version();
    if (version.isEmpty()) {
      return model.build();
    }
    try {
      return model.setVersion(Int64Value.of(Long.parseLong(version))).build();
    } catch (NumberFormatException e) {
      return model.setVersionLabel(version).build();
    }
  }

  private static String identity(ModelSpec model) {
    if (model.getName().isEmpty()) {
      return "";
    }
    return Told.words(
        switch (model.getVersionChoiceCase()) {
          case VERSION -> model.getName() + ":" + model.getVersion().getValue();
          case VERSION_LABEL -> model.getName() + ":" + model.getVersionLabel();
          case VERSIONCHOICE_NOT_SET -> model.getName();
        });
  }
}
