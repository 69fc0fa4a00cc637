package org.coverscape.engine.inference.grpc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.inference.FeatureListener;
import org.coverscape.engine.inference.InferenceService;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;

/** Opens services by their addresses. */
public final class GrpcServices {
  private GrpcServices() {}

  /**
   * Services in the order of the endpoints, not connected yet; the caller closes them.
   *
   * @throws ServiceFault when the settings cannot be used; nothing is left open then
   */
  public static List<InferenceService> open(
      List<ServiceEndpoint> endpoints, GrpcSettings settings) {
    return open(endpoints.stream().map(settings::at).toList());
  }

  /**
   * Services in the order of their specifications, not connected yet; the caller closes them.
   *
   * @param specs each with an address of one service
   * @throws ServiceFault when a specification cannot be used; nothing is left open then
   */
  public static List<InferenceService> open(List<ServiceSpec> specs) {
    return open(specs, GrpcInferenceService::open);
  }

  /**
   * Services that are asked for features, in the order of their specifications, not connected yet;
   * the caller closes them.
   *
   * @param specs each with an address of one service
   * @param listener hears the features
   * @throws ServiceFault when a specification cannot be used; nothing is left open then
   */
  public static List<InferenceService> openForFeatures(
      List<ServiceSpec> specs, FeatureListener listener) {
    return open(specs, spec -> GrpcInferenceService.openForFeatures(spec, listener));
  }

  /**
   * Whether a service answers for cells: one that cannot, or does not in time, simply does not
   * offer it. Asks, and waits for the answer.
   *
   * @param spec with an address of one service
   * @param patience how long to wait
   */
  public static boolean answersDensely(ServiceSpec spec, Duration patience)
      throws InterruptedException {
    ServiceSpec dense = spec.withModel(model -> model.withCells(CellSize.DENSE));
    try (InferenceService service = GrpcInferenceService.open(dense)) {
      return !service.probe().get(patience.toMillis(), TimeUnit.MILLISECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException | ServiceFault e) {
      return false;
    }
  }

  private static List<InferenceService> open(
      List<ServiceSpec> specs, Function<ServiceSpec, InferenceService> opener) {
    List<InferenceService> services = new ArrayList<>();
    try {
      for (ServiceSpec spec : specs) {
        services.add(opener.apply(spec));
      }
    } catch (RuntimeException e) {
      services.forEach(InferenceService::close);
      throw e;
    }
    return List.copyOf(services);
  }
}
