package org.coverscape.service.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.image.ImageFault;
import org.coverscape.service.model.ChipModel;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.ModelOutput;

/**
 * Answers for chips on a fixed number of threads, each chip by itself, and takes no more chips than
 * its queue holds. Thread-safe; it never blocks a caller.
 */
public final class ChipWorkers implements ChipBackend {
  private static final long CLOSE_SECONDS = 5;

  private final ChipModel model;
  private final int capacity;
  private final Semaphore room;
  private final ThreadPoolExecutor threads;

  /**
   * Starts the threads.
   *
   * @param model closed with the workers
   * @param threads how many chips are answered side by side
   * @param capacity how many chips are held at once, waiting or in work
   */
  public ChipWorkers(ChipModel model, int threads, int capacity) {
    this.model = model;
    this.capacity = capacity;
    this.room = new Semaphore(capacity);
    AtomicInteger count = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(capacity),
            task -> new Thread(task, "coverscape-worker-" + count.incrementAndGet()));
  }

  @Override
  public ModelIdentity identity() {
    return model.identity();
  }

  @Override
  public int width(ModelOutput output) {
    return model.width(output);
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public List<CompletableFuture<float[]>> answer(
      List<ChipSource> chips, ModelOutput output, BooleanSupplier unwanted) throws Overload {
    if (!room.tryAcquire(chips.size())) {
      throw new Overload();
    }
    List<CompletableFuture<float[]>> answers = new ArrayList<>(chips.size());
    for (ChipSource chip : chips) {
      CompletableFuture<float[]> answer = new CompletableFuture<>();
      answers.add(answer);
      try {
        threads.execute(() -> work(chip, output, unwanted, answer));
      } catch (RejectedExecutionException e) { // closing
        room.release();
        answer.completeExceptionally(new Overload());
      }
    }
    return answers;
  }

  private void work(
      ChipSource chip,
      ModelOutput output,
      BooleanSupplier unwanted,
      CompletableFuture<float[]> answer) {
    Runnable outcome = outcome(chip, output, unwanted, answer);
    room.release(); // before the answer leaves, or its receiver could find no room for the next
    outcome.run();
  }

  private Runnable outcome(
      ChipSource chip,
      ModelOutput output,
      BooleanSupplier unwanted,
      CompletableFuture<float[]> answer) {
    if (unwanted.getAsBoolean()) {
      return () -> answer.cancel(false);
    }
    try {
      float[] numbers = model.answer(chip.pixels(), output);
      return () -> answer.complete(numbers);
    } catch (ImageFault | ModelFault | RuntimeException | Error e) {
      // an error too: its chip's room would be lost, and whoever waits for it would wait in vain
      return () -> answer.completeExceptionally(e);
    }
  }

  /**
   * Takes no more chips, and waits some seconds for those it has; chips that nobody wants any more
   * go quickly. A network still at work after that is left open: closing it would take the process
   * with it.
   */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    if (threads.isTerminated()) {
      model.close();
    }
  }
}
