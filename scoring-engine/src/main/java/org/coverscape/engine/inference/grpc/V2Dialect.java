package org.coverscape.engine.inference.grpc;

import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.ModelChoice;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceProtocol;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.proto.inference.GRPCInferenceServiceGrpc;
import org.coverscape.proto.inference.ModelInferRequest;
import org.coverscape.proto.inference.ModelInferRequest.InferRequestedOutputTensor;
import org.coverscape.proto.inference.ModelMetadataRequest;
import org.coverscape.proto.inference.ModelMetadataResponse;
import org.coverscape.proto.inference.ModelReadyRequest;
import org.coverscape.proto.inference.ModelReadyResponse;
import org.coverscape.proto.inference.ServerMetadataRequest;
import org.coverscape.proto.inference.ServerMetadataResponse;
import org.coverscape.proto.inference.ServerReadyRequest;
import org.coverscape.proto.inference.ServerReadyResponse;
import org.jspecify.annotations.Nullable;

/** Speaks the Open Inference Protocol v2. Thread-safe. */
final class V2Dialect implements Dialect {
  private final ServiceSpec spec;
  private final Wire wire;
  private final V2Answers answers;
  private final V2Discovery discovery;
  private final ModelInferRequest skeleton;

  /** What was found out; null before {@link #discover} has answered. */
  private volatile @Nullable V2Input input;

  /** Whether the model can be asked for its readiness; the server is asked where it cannot. */
  private volatile boolean modelTells = true;

  private volatile boolean serverTells = true;

  V2Dialect(ServiceSpec spec, Wire wire, AnswerReader reader) {
    this.spec = spec;
    this.wire = wire;
    this.answers = new V2Answers(reader, spec.model().askedOutput());
    this.discovery = new V2Discovery(spec);
    ModelChoice model = spec.model();
    ModelInferRequest.Builder question =
        ModelInferRequest.newBuilder()
            .setModelName(model.askedName())
            .setModelVersion(model.version());
    if (!model.askedOutput().isEmpty()) {
      question.addOutputs(InferRequestedOutputTensor.newBuilder().setName(model.askedOutput()));
    }
    this.skeleton = question.build();
  }

  @Override
  public ServiceProtocol protocol() {
    return ServiceProtocol.V2;
  }

  @Override
  public String serviceName() {
    return GRPCInferenceServiceGrpc.SERVICE_NAME;
  }

  @Override
  public CompletableFuture<String> discover() {
    modelTells = true;
    serverTells = true;
    return modelMetadata().thenCombine(serverName(), this::found);
  }

  private String found(ModelMetadataResponse model, String server) {
    input = discovery.input(model, server);
    String version = spec.model().version();
    if (version.isEmpty() && model.getVersionsCount() == 1) {
      version = model.getVersions(0);
    }
    return V2Answers.identity(model.getName(), version);
  }

  @Override
  public <T> CompletableFuture<T> ask(List<Chip> chips, Function<Answer, T> then) {
    V2Input known = input;
    if (known != null) {
      return ask(known, chips, then);
    }
    // whoever asks without a probe before waits a little longer, once
    return discover().thenCompose(told -> ask(chips, then));
  }

  private <T> CompletableFuture<T> ask(V2Input known, List<Chip> chips, Function<Answer, T> then) {
    List<Chip> rows = Rows.padded(chips, known.shape());
    ModelInferRequest.Builder question = skeleton.toBuilder();
    known.put(rows, question);
    return wire.ask(
        GRPCInferenceServiceGrpc.getModelInferMethod(),
        question.build(),
        response -> then.apply(answers.read(response, rows.size(), chips.size())));
  }

  @Override
  public CompletableFuture<Boolean> ready() {
    if (modelTells && !spec.model().askedName().isEmpty()) {
      return Fallback.on(
          Status.Code.UNIMPLEMENTED,
          wire.about(
              GRPCInferenceServiceGrpc.getModelReadyMethod(),
              ModelReadyRequest.newBuilder()
                  .setName(spec.model().askedName())
                  .setVersion(spec.model().version())
                  .build(),
              ModelReadyResponse::getReady),
          () -> {
            modelTells = false;
            return serverReady();
          });
    }
    return serverReady();
  }

  private CompletableFuture<Boolean> serverReady() {
    if (!serverTells) {
      return CompletableFuture.completedFuture(true);
    }
    return Fallback.on(
        Status.Code.UNIMPLEMENTED,
        wire.about(
            GRPCInferenceServiceGrpc.getServerReadyMethod(),
            ServerReadyRequest.getDefaultInstance(),
            ServerReadyResponse::getReady),
        () -> {
          serverTells = false;
          return CompletableFuture.completedFuture(true);
        });
  }

  @Override
  public int batchLimit() {
    int wanted = spec.calls().batch().orElse(1);
    V2Input known = input;
    if (known == null) {
      return wanted;
    }
    return known.shape().limit(spec.calls().batch().orElse(Math.max(1, known.shape().fixed())));
  }

  @Override
  public String input() {
    V2Input known = input;
    return known == null ? "" : known.words();
  }

  private CompletableFuture<String> serverName() {
    return wire.about(
            GRPCInferenceServiceGrpc.getServerMetadataMethod(),
            ServerMetadataRequest.getDefaultInstance(),
            ServerMetadataResponse::getName)
        .exceptionally(untold -> "");
  }

  private CompletableFuture<ModelMetadataResponse> modelMetadata() {
    return wire.about(
            GRPCInferenceServiceGrpc.getModelMetadataMethod(),
            ModelMetadataRequest.newBuilder()
                .setName(spec.model().askedName())
                .setVersion(spec.model().version())
                .build(),
            (ModelMetadataResponse response) -> response)
        .exceptionally(this::untold);
  }

  /** Nothing, where that does no harm: configuration and defaults stand in for it. */
  private ModelMetadataResponse untold(Throwable error) {
    boolean reached =
        StatusCause.cause(error) instanceof ServiceFault fault
            && fault.kind() != ServiceFault.Kind.UNREACHABLE;
    if (StatusCause.is(Status.Code.UNIMPLEMENTED, error) || (reached && discovery.isComplete())) {
      return ModelMetadataResponse.getDefaultInstance();
    }
    boolean nameless =
        StatusCause.is(Status.Code.NOT_FOUND, error)
            || StatusCause.is(Status.Code.INVALID_ARGUMENT, error);
    if (nameless && spec.model().askedName().isEmpty()) {
      throw new ServiceFault(
          ServiceFault.Kind.PERMANENT,
          "The service at " + wire.endpoint() + " wants to know which model; name it (model).",
          error);
    }
    throw new CompletionException(StatusCause.cause(error));
  }
}
