package org.coverscape.service.grpc;

/**
 * A request that cannot be answered as it stands. The message is one plain sentence, cut off where
 * the words it quotes make it longer than what fits the headers of an answer.
 */
final class RequestFault extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 400;

  RequestFault(String message) {
    super(message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message);
  }
}
