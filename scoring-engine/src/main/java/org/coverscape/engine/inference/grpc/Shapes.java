package org.coverscape.engine.inference.grpc;

import java.util.List;
import java.util.Optional;
import org.coverscape.engine.inference.CallSpec;
import org.coverscape.engine.inference.InputSpec;
import org.coverscape.engine.inference.InputSpec.Layout;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;

/** Decides the shape of a service's input: what is configured wins over what the service tells. */
final class Shapes {
  private Shapes() {}

  /**
   * The shape that is configured, else any number of images.
   *
   * @param tensor whether pixels are sent, and not files
   * @throws ServiceFault when chips do not fit it
   */
  static InputShape configured(ServiceSpec spec, boolean tensor) {
    return told(spec, tensor, List.of());
  }

  /**
   * The shape that is configured, else the one told, else any number of images.
   *
   * @param told by the service; empty where it tells none
   * @throws ServiceFault when chips do not fit it
   */
  static InputShape told(ServiceSpec spec, boolean tensor, List<Long> told) {
    InputSpec input = spec.input();
    List<Long> shape = input.shape().isEmpty() ? told : input.shape();
    Optional<Layout> layout = input.layout();
    if (tensor && shape.isEmpty()) {
      return InputShape.of(layout.orElse(Layout.NHWC));
    }
    InputShape found =
        (tensor ? InputShape.ofTensor(shape) : InputShape.ofFiles(shape))
            .orElseThrow(() -> misfit(spec, shape));
    if (found.fixed() > CallSpec.MOST) {
      throw tooMany(spec, shape.get(0));
    }
    return tensor ? layout.map(found::in).orElse(found) : found;
  }

  private static ServiceFault tooMany(ServiceSpec spec, long images) {
    return new ServiceFault(
        ServiceFault.Kind.PERMANENT,
        "The model at "
            + spec.endpoint()
            + " wants "
            + images
            + " images in each call, and "
            + CallSpec.MOST
            + " are the most that are sent; name another model, or correct the shape.");
  }

  private static ServiceFault misfit(ServiceSpec spec, List<Long> shape) {
    return new ServiceFault(
        ServiceFault.Kind.PERMANENT,
        "The model at "
            + spec.endpoint()
            + " takes "
            + Told.sizes(shape)
            + " numbers, which an image of 224 × 224 × 3 does not fit; name another model, or"
            + " correct the shape.");
  }
}
