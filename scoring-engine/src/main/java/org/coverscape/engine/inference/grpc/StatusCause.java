package org.coverscape.engine.inference.grpc;

import io.grpc.Status;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a call failed, in words for a log; remembers the code, for this package alone. */
final class StatusCause extends IOException {
  private static final long serialVersionUID = 1L;

  private final Status.Code code;

  StatusCause(Status status) {
    super(status.getCode() + ": " + status.getDescription(), status.getCause());
    this.code = status.getCode();
  }

  /** Whether an error, as it comes out of a future, goes back to a status with this code. */
  static boolean is(Status.Code code, @Nullable Throwable error) {
    Throwable fault = cause(error);
    return fault != null && fault.getCause() instanceof StatusCause status && status.code == code;
  }

  /** Whether an error goes back to a status in whose words there is a word, whole. */
  static boolean mentions(String word, @Nullable Throwable error) {
    Throwable fault = cause(error);
    return fault != null
        && fault.getCause() instanceof StatusCause status
        && wordIn(String.valueOf(status.getMessage()), word);
  }

  private static boolean wordIn(String text, String word) {
    return Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(text).find();
  }

  /** What a future failed with, without what futures wrap around it. */
  static @Nullable Throwable cause(@Nullable Throwable error) {
    Throwable cause = error;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
