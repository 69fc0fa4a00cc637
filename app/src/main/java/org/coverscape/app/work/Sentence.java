package org.coverscape.app.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.store.StoreException;
import org.coverscape.service.embedded.EmbeddedServiceFault;

/** What a person is told of a fault: one plain sentence that says what to do. Stateless. */
public final class Sentence {
  private Sentence() {}

  /** The sentence of a fault; one of the program itself asks for a report. */
  public static String of(Throwable thrown) {
    Throwable fault = unwrapped(thrown);
    String message = fault.getMessage();
    if (fault instanceof OutOfMemoryError) {
      return "There is not enough memory for this; choose a smaller region or close other"
          + " programs.";
    }
    if (fault instanceof FileSystemException file && file.getReason() == null) {
      // its message is a bare path
      return file.getFile() + " could not be read or written; check that it is there and allowed.";
    }
    if (isMeantForPeople(fault) && message != null && !message.isBlank()) {
      return message;
    }
    return "Something went wrong inside Coverscape ("
        + fault.getClass().getSimpleName()
        + "); try again, and report it if it happens again.";
  }

  /** Whether the fault is the program's own, and so belongs in the log with all its details. */
  public static boolean isOwnFault(Throwable thrown) {
    return !isMeantForPeople(unwrapped(thrown));
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable fault = thrown;
    while ((fault instanceof ExecutionException
            || fault instanceof CompletionException
            || fault instanceof UncheckedIOException)
        && fault.getCause() != null) {
      fault = fault.getCause();
    }
    return fault;
  }

  private static boolean isMeantForPeople(Throwable fault) {
    return fault instanceof PlanException
        || fault instanceof ServiceFault
        || fault instanceof EmbeddedServiceFault
        || fault instanceof IOException
        || fault instanceof CancellationException
        || fault instanceof IllegalArgumentException
        || fault instanceof StoreException;
  }
}
