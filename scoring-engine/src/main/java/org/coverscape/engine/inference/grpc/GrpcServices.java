package org.coverscape.engine.inference.grpc;

import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.inference.InferenceService;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;

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
    List<InferenceService> services = new ArrayList<>();
    try {
      for (ServiceEndpoint endpoint : endpoints) {
        services.add(GrpcInferenceService.open(endpoint, settings));
      }
    } catch (ServiceFault e) {
      services.forEach(InferenceService::close);
      throw e;
    }
    return List.copyOf(services);
  }
}
