package org.coverscape.service.grpc;

/** A request that cannot be answered as it stands. The message is one plain sentence. */
final class RequestFault extends Exception {
  private static final long serialVersionUID = 1L;

  RequestFault(String message) {
    super(message);
  }
}
