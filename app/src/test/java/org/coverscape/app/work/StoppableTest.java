package org.coverscape.app.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoppableTest {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    thread.shutdownNow();
  }

  @Test
  void workThatIsNotStoppedIsDone() throws Exception {
    assertEquals(7, new Stoppable<>(() -> 7).call());
  }

  @Test
  void workThatWasStoppedDoesNotBegin() {
    Stoppable<Integer> work = new Stoppable<>(() -> 7);
    work.stop();
    assertThrows(CancellationException.class, work::call);
  }

  @Test
  void workThatWaitsIsWokenAndWhatComesAfterItIsNot() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Stoppable<Boolean> work =
        new Stoppable<>(
            () -> {
              begun.countDown();
              new CountDownLatch(1).await();
              return true;
            });
    Future<Boolean> waiting = thread.submit(work);
    begun.await();
    work.stop();
    ExecutionException fault = assertThrows(ExecutionException.class, waiting::get);
    assertInstanceOf(InterruptedException.class, fault.getCause());
    work.stop();
    assertFalse(thread.submit(() -> Thread.currentThread().isInterrupted()).get());
  }

  @Test
  void anInterruptThatCameTooLateIsTakenBack() throws Exception {
    Stoppable<?>[] self = new Stoppable<?>[1];
    Stoppable<Boolean> work =
        new Stoppable<>(
            () -> {
              self[0].stop();
              return true;
            });
    self[0] = work;
    Future<Boolean> interrupted =
        thread.submit(
            () -> {
              work.call();
              return Thread.currentThread().isInterrupted();
            });
    assertFalse(interrupted.get());
  }
}
