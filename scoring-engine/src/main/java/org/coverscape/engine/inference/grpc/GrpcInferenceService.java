package org.coverscape.engine.inference.grpc;

import com.google.common.annotations.VisibleForTesting;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.inference.InferenceService;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.StoredPng;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.proto.serving.GetModelMetadataResponse;
import org.coverscape.proto.serving.PredictResponse;
import org.coverscape.proto.serving.PredictionServiceGrpc;
import org.jspecify.annotations.Nullable;

/**
 * A service reached over gRPC that speaks {@code tensorflow.serving.PredictionService/Predict}, as
 * Project Brainwave's services did and TensorFlow Serving does.
 *
 * <p>One channel, one chip a call, each call with a deadline. Failures come as {@link ServiceFault}
 * and are not retried here. Thread-safe; {@link #score} encodes the chip on the caller's thread and
 * does not wait.
 */
public final class GrpcInferenceService implements InferenceService {
  private static final String UNNAMED = "unnamed";
  private static final byte GREY = 127;
  private static final Duration METADATA_DEADLINE = Duration.ofSeconds(5);
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final ServiceEndpoint endpoint;
  private final GrpcSettings settings;
  private final ManagedChannel channel;
  private final Channel calls;
  private final Requests requests;
  private final Answers answers;
  private final StatusFaults faults;

  /** What the service called its model in the answer to the last probe; null before the first. */
  private volatile @Nullable String answering;

  @VisibleForTesting
  GrpcInferenceService(ServiceEndpoint endpoint, GrpcSettings settings, ManagedChannel channel) {
    this.endpoint = endpoint;
    this.settings = settings;
    this.channel = channel;
    this.calls = withKey(channel, settings.key());
    this.requests = new Requests(settings.modelName());
    this.answers = new Answers(endpoint);
    this.faults = new StatusFaults(endpoint, !settings.key().isEmpty());
  }

  /**
   * A service that is connected to when it is first asked.
   *
   * @throws ServiceFault when the settings cannot be used
   */
  public static GrpcInferenceService open(ServiceEndpoint endpoint, GrpcSettings settings) {
    return new GrpcInferenceService(endpoint, settings, Channels.open(endpoint, settings));
  }

  @Override
  public ServiceEndpoint endpoint() {
    return endpoint;
  }

  /**
   * Scores a grey chip, so that a service that cannot score is found out here, and asks for the
   * model's name, which a service may not tell: {@code name:version}, {@code name}, or {@code
   * unnamed}.
   */
  @Override
  public CompletableFuture<String> probe() {
    if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
      // else the call would fail at once with the last error, without a new attempt to connect
      channel.enterIdle();
    }
    byte[] grey = new byte[Chip.BYTES];
    Arrays.fill(grey, GREY);
    CompletableFuture<String> answered =
        predict(StoredPng.encode(ChipGrid.CHIP_PIXELS, ChipGrid.CHIP_PIXELS, grey), this::tested);
    return metadata()
        .thenCombine(answered, (told, seen) -> told.isEmpty() ? seen : told)
        .thenApply(model -> model.isEmpty() ? UNNAMED : model);
  }

  @Override
  public CompletableFuture<List<ClassScores>> score(List<Chip> chips) {
    return predict(StoredPng.encode(chips.get(0)), response -> List.of(scored(response)));
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private <T> CompletableFuture<T> predict(byte[] png, Function<PredictResponse, T> reader) {
    return UnaryCall.start(
        calls.newCall(PredictionServiceGrpc.getPredictMethod(), within(settings.deadline())),
        requests.predict(png),
        reader,
        this::fault);
  }

  /** The identity told, or empty: many services have no such method, or want a name for it. */
  private CompletableFuture<String> metadata() {
    return UnaryCall.start(
            calls.newCall(
                PredictionServiceGrpc.getGetModelMetadataMethod(), within(METADATA_DEADLINE)),
            requests.metadata(),
            (GetModelMetadataResponse response) -> Answers.identity(response.getModelSpec()),
            this::fault)
        .exceptionally(untold -> "");
  }

  private String tested(PredictResponse response) {
    answers.scores(response);
    String model = Answers.identity(response.getModelSpec());
    answering = model;
    return model;
  }

  private ClassScores scored(PredictResponse response) {
    String expected = answering;
    if (expected != null && !expected.equals(Answers.identity(response.getModelSpec()))) {
      // asked anew, the service says which model it has now, and the pool decides
      throw new ServiceFault(
          ServiceFault.Kind.UNREACHABLE,
          "The service at " + endpoint + " changed its model in mid-job.");
    }
    return answers.scores(response);
  }

  private ServiceFault fault(Throwable error) {
    return faults.of(error, channel.getState(false) != ConnectivityState.CONNECTING);
  }

  private static CallOptions within(Duration limit) {
    return CallOptions.DEFAULT.withDeadlineAfter(limit);
  }

  private static Channel withKey(Channel channel, String key) {
    if (key.isEmpty()) {
      return channel;
    }
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, key);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }
}
