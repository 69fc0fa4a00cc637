package org.coverscape.service.grpc;

import io.grpc.Status;
import java.util.concurrent.CancellationException;
import org.coverscape.service.image.ImageFault;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.work.DeviceFault;
import org.coverscape.service.work.Overload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client is told when it gets no answer: a status and one sentence, never a trace. */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private Refusals() {}

  /** The status for a failure; what is not the client's doing is logged here. */
  static Status of(Throwable failure) {
    return of(failure, "");
  }

  /**
   * The status for a failure that may be one image's.
   *
   * @param which words before the sentence that name the image, or none
   */
  static Status of(Throwable failure, String which) {
    if (failure instanceof ImageFault) {
      return Status.INVALID_ARGUMENT.withDescription(which + failure.getMessage());
    }
    if (failure instanceof RequestFault fault) {
      return fault.code().toStatus().withDescription(fault.getMessage());
    }
    if (failure instanceof Overload) {
      return Status.RESOURCE_EXHAUSTED.withDescription(failure.getMessage());
    }
    if (failure instanceof DeviceFault fault) {
      return status(fault).withDescription(fault.getMessage());
    }
    if (failure instanceof CancellationException) {
      return Status.CANCELLED.withDescription("The request was given up before its answer.");
    }
    LOG.error("A request failed.", failure);
    if (failure instanceof ModelFault) {
      return Status.INTERNAL.withDescription(failure.getMessage());
    }
    if (failure instanceof OutOfMemoryError) {
      return Status.RESOURCE_EXHAUSTED.withDescription(
          "The service has no memory left for this image; send smaller or fewer images.");
    }
    return Status.INTERNAL.withDescription("The service failed on this request; its log says why.");
  }

  private static Status status(DeviceFault fault) {
    return switch (fault.kind()) {
      case UNAVAILABLE -> Status.UNAVAILABLE;
      case INTERNAL -> Status.INTERNAL;
      case UNKNOWN -> Status.UNKNOWN;
    };
  }
}
