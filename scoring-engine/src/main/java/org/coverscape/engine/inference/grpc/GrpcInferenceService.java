package org.coverscape.engine.inference.grpc;

import io.grpc.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.definition.ServiceDefinition;
import org.coverscape.engine.inference.FeatureListener;
import org.coverscape.engine.inference.InferenceService;
import org.coverscape.engine.inference.ModelChoice;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceProtocol;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.region.UtmZone;
import org.jspecify.annotations.Nullable;

/**
 * A service reached over gRPC, in whichever protocol it speaks.
 *
 * <p>One channel, each call with a deadline. Failures come as {@link ServiceFault} and are not
 * retried here. Thread-safe; {@link #score} encodes chips on the caller's thread and does not wait.
 */
public final class GrpcInferenceService implements InferenceService {
  private static final byte GREY = 127;

  private final ServiceSpec spec;
  private final Wire wire;
  private final Configured configured;
  private final Optional<FeatureListener> features;
  private final Dialect predict;
  private final Dialect v2;
  private final Health health;

  /** The one that is spoken; changes only where that is to be found out. */
  private volatile Dialect dialect;

  /** What the service called its model in the answer to the last probe; null before the first. */
  private volatile @Nullable String answering;

  private GrpcInferenceService(
      Configured configured, Optional<FeatureListener> features, Wire wire) {
    this.spec = configured.spec();
    this.features = features;
    AnswerReader reader = reader(configured, features.isPresent());
    this.wire = wire;
    this.configured = configured;
    this.predict = new PredictDialect(spec, wire, reader);
    this.v2 = new V2Dialect(spec, wire, reader);
    this.dialect = spec.model().protocol() == ServiceProtocol.V2 ? v2 : predict;
    this.health = new Health(wire, dialect.serviceName());
  }

  /**
   * A service that is connected to when it is first asked.
   *
   * @throws ServiceFault when the settings cannot be used
   */
  public static GrpcInferenceService open(ServiceEndpoint endpoint, GrpcSettings settings) {
    return open(settings.at(endpoint));
  }

  /**
   * A service that is connected to when it is first asked.
   *
   * @throws ServiceFault when what is configured cannot be used
   * @throws IllegalArgumentException when the address stands for many
   */
  public static GrpcInferenceService open(ServiceSpec spec) {
    return open(spec, Optional.empty());
  }

  /**
   * A service that is asked for features: a listener hears them, and the scores say nothing. A
   * classifier head in the specification is not used.
   *
   * @throws ServiceFault when what is configured cannot be used
   * @throws IllegalArgumentException when the address stands for many
   */
  public static GrpcInferenceService openForFeatures(ServiceSpec spec, FeatureListener listener) {
    return open(spec, Optional.of(listener));
  }

  private static GrpcInferenceService open(ServiceSpec spec, Optional<FeatureListener> features) {
    if (spec.address().everyAddress()) {
      throw new IllegalArgumentException(spec.address() + " has to be resolved first");
    }
    checkCells(spec, spec.model().head().isPresent());
    Configured configured =
        features.isPresent() ? Configured.forFeatures(spec) : Configured.of(spec);
    checkCells(spec, configured.head().isPresent());
    Wire wire = new Wire(spec);
    try {
      return new GrpcInferenceService(configured, features, wire);
    } catch (RuntimeException e) {
      wire.close();
      throw e;
    }
  }

  private static AnswerReader reader(Configured configured, boolean featuresWanted) {
    ServiceEndpoint endpoint = configured.spec().endpoint();
    if (featuresWanted) {
      return new FeatureReader(endpoint);
    }
    return configured.spec().model().cells() == CellSize.DENSE
        ? new CellReader(endpoint)
        : new ScoreReader(endpoint, configured.head());
  }

  /** A head is applied to one row of features, which is about the whole chip. */
  private static void checkCells(ServiceSpec spec, boolean headed) {
    if (headed && spec.model().cells() == CellSize.DENSE) {
      throw CellReader.wholeChips(spec.endpoint());
    }
  }

  @Override
  public ServiceEndpoint endpoint() {
    return spec.endpoint();
  }

  /** What the service speaks; where that is to be found out, known after the first probe. */
  public ServiceProtocol protocol() {
    return dialect.protocol();
  }

  /** In what form chips are sent, in a few words; known after the first probe. */
  public String input() {
    return dialect.input();
  }

  /**
   * Finds out what the service speaks and takes, and scores a grey chip, so that a service that
   * cannot score is found out here. The model's identity is {@code name:version}, {@code name}, or
   * {@code unnamed} where the service does not tell; with a classifier head, the head's too.
   */
  @Override
  public CompletableFuture<String> probe() {
    wire.wake();
    Dialect first = dialect;
    if (spec.model().protocol() != ServiceProtocol.AUTO) {
      return offered(probe(first));
    }
    Dialect second = first == predict ? v2 : predict;
    return offered(Fallback.on(Status.Code.UNIMPLEMENTED, probe(first), () -> probe(second)));
  }

  /** Where cells are asked for by our own name for them, they are what is not there. */
  private CompletableFuture<String> offered(CompletableFuture<String> probe) {
    return probe.exceptionallyCompose(
        error ->
            CompletableFuture.failedFuture(
                lacksCells(error) ? CellReader.wholeChips(spec.endpoint()) : error));
  }

  /** Not so where a model is missing that was named: its name may be misspelt. */
  private boolean lacksCells(Throwable error) {
    ModelChoice model = spec.model();
    if (model.cells() == CellSize.CHIP) {
      return false;
    }
    return model.name().isEmpty()
        ? StatusCause.is(Status.Code.NOT_FOUND, error)
        : model.output().isEmpty()
            && StatusCause.is(Status.Code.INVALID_ARGUMENT, error)
            && StatusCause.mentions(ModelChoice.DENSE, error);
  }

  private CompletableFuture<String> probe(Dialect asked) {
    return asked
        .discover()
        .thenCompose(told -> asked.ask(List.of(grey()), answer -> identity(told, answer, asked)));
  }

  private String identity(String told, Answer answer, Dialect asked) {
    String seen = answer.model();
    boolean moreSeen = told.isEmpty() || seen.startsWith(told + ":");
    String model = moreSeen ? seen : told;
    configured.check(model);
    answering = seen;
    dialect = asked;
    health.forget(asked.serviceName());
    return Configured.named(model)
        + configured.head().map(classifier -> "+head-" + classifier.fingerprint()).orElse("");
  }

  /**
   * Asks {@code grpc.health.v1} and, in the Open Inference Protocol, the model or the server; a
   * service that knows none of these questions is ready.
   */
  @Override
  public CompletableFuture<Boolean> ready() {
    Dialect spoken = dialect;
    return health
        .isServing()
        .thenCompose(
            serving -> serving ? spoken.ready() : CompletableFuture.completedFuture(false));
  }

  /**
   * What this service is, so that it can be named and asked again.
   *
   * @param model the identity that the last probe gave
   */
  public ServiceDefinition definition(String model) {
    return ServiceDefinition.of(spec, model, configured.head());
  }

  /** Scores a grey chip, which shows how long an answer takes; see {@link #score}. */
  public CompletableFuture<List<ChipAnswer>> test() {
    return score(List.of(grey()));
  }

  @Override
  public int batchLimit() {
    return dialect.batchLimit();
  }

  @Override
  public OptionalInt fixedWindow() {
    return spec.calls().window();
  }

  @Override
  public Optional<Duration> deadline() {
    return Optional.of(spec.calls().deadline());
  }

  @Override
  public CompletableFuture<List<ChipAnswer>> score(List<Chip> chips) {
    return dialect.ask(chips, answer -> scored(chips, answer));
  }

  @Override
  public void close() {
    wire.close();
  }

  private List<ChipAnswer> scored(List<Chip> chips, Answer answer) {
    String expected = answering;
    if (expected != null && !expected.equals(answer.model())) {
      // asked anew, the service says which model it has now, and the pool decides
      throw new ServiceFault(
          ServiceFault.Kind.UNREACHABLE,
          "The service at " + spec.endpoint() + " changed its model in mid-job.");
    }
    features.ifPresent(listener -> tell(listener, chips, answer.features()));
    return answer.answers();
  }

  private static void tell(FeatureListener listener, List<Chip> chips, List<float[]> rows) {
    for (int i = 0; i < rows.size(); i++) {
      listener.features(chips.get(i), rows.get(i));
    }
  }

  private static Chip grey() {
    byte[] pixels = new byte[Chip.BYTES];
    Arrays.fill(pixels, GREY);
    return new Chip(ChipIndex.of(new UtmZone(1, true), 0, 0), pixels, 1, List.of());
  }
}
