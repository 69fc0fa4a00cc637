package org.coverscape.service.grpc;

import io.grpc.Status;

/**
 * A request that cannot be answered as it stands. The message is one plain sentence, cut off where
 * the words it quotes make it longer than what fits the headers of an answer.
 */
final class RequestFault extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 400;

  private final Status.Code code;

  RequestFault(String message) {
    this(Status.Code.INVALID_ARGUMENT, message);
  }

  RequestFault(Status.Code code, String message) {
    super(message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message);
    this.code = code;
  }

  /** What kind of refusal it is. */
  Status.Code code() {
    return code;
  }
}
