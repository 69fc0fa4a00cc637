package org.coverscape.service.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A program that starts the service, says which process it is, and then waits to be killed. */
final class ParentMain {
  private ParentMain() {}

  /** Takes the model's file. */
  public static void main(String[] arguments) throws Exception {
    EmbeddedService service = EmbeddedService.start(Optional.of(Path.of(arguments[0])));
    System.out.println("service " + service.process().pid());
    new CountDownLatch(1).await();
  }
}
