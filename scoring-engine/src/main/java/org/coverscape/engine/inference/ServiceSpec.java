package org.coverscape.engine.inference;

import java.util.function.UnaryOperator;

/**
 * All that is configured of a service: where it is, how to get in, what to ask, in which form, how
 * much at once. What is left open is found out by asking; what is configured wins over what a
 * service tells.
 *
 * @param address where it listens; a name that stands for many has to be resolved before it is used
 * @param access how to get in
 * @param model which model answers
 * @param input how chips are handed over
 * @param calls how much at once
 */
public record ServiceSpec(
    ServiceAddress address,
    ServiceAccess access,
    ModelChoice model,
    InputSpec input,
    CallSpec calls) {

  /** A service of which only the address is known. */
  public static ServiceSpec of(ServiceAddress address) {
    return new ServiceSpec(
        address, ServiceAccess.open(), ModelChoice.any(), InputSpec.open(), CallSpec.defaults());
  }

  /** A service of which only the endpoint is known. */
  public static ServiceSpec of(ServiceEndpoint endpoint) {
    return of(new ServiceAddress(endpoint, false));
  }

  /**
   * The service that ships with the programs. It takes pixels as they are, which saves both sides
   * the making and the reading of image files; the answers are the same to the last bit.
   */
  public static ServiceSpec bundled(ServiceEndpoint endpoint) {
    return of(endpoint)
        .withInput(input -> input.withTensor(InputSpec.Dtype.UINT8, InputSpec.Layout.NHWC));
  }

  /** Where it listens, or the name and port that stand for many. */
  public ServiceEndpoint endpoint() {
    return address.endpoint();
  }

  /**
   * The same at one address of its name. The certificate still has to show the name.
   *
   * @param host an address that the name stands for
   */
  public ServiceSpec resolved(String host) {
    ServiceEndpoint named = address.endpoint();
    ServiceEndpoint one = new ServiceEndpoint(host, named.port());
    String name = access.serverName().isEmpty() ? named.host() : access.serverName();
    return new ServiceSpec(
        new ServiceAddress(one, false), access.withServerName(name), model, input, calls);
  }

  /** The same with another way in. */
  public ServiceSpec withAccess(UnaryOperator<ServiceAccess> change) {
    return new ServiceSpec(address, change.apply(access), model, input, calls);
  }

  /** The same with another model. */
  public ServiceSpec withModel(UnaryOperator<ModelChoice> change) {
    return new ServiceSpec(address, access, change.apply(model), input, calls);
  }

  /** The same with another form of input. */
  public ServiceSpec withInput(UnaryOperator<InputSpec> change) {
    return new ServiceSpec(address, access, model, change.apply(input), calls);
  }

  /** The same with other limits. */
  public ServiceSpec withCalls(UnaryOperator<CallSpec> change) {
    return new ServiceSpec(address, access, model, input, change.apply(calls));
  }
}
