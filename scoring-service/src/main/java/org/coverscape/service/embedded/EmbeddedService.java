package org.coverscape.service.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The scoring service in a JVM of its own, on a free port of the loopback address.
 *
 * <p>It ends with {@link #close}, and by itself when this program ends in any way, even killed: its
 * standard input is a pipe from this program, and it stops when that closes. Thread-safe.
 */
public final class EmbeddedService implements AutoCloseable {
  private static final long START_SECONDS = 30;
  private static final long CLOSE_SECONDS = 5;

  private final Process process;
  private final ReadyLine ready;
  private final OutputTail errors;
  private final CompletableFuture<Void> cleaned;

  private EmbeddedService(
      Process process, ReadyLine ready, OutputTail errors, CompletableFuture<Void> cleaned) {
    this.process = process;
    this.ready = ready;
    this.errors = errors;
    this.cleaned = cleaned;
  }

  /**
   * Starts the service and waits until it answers, 30 s at most.
   *
   * @param model an ONNX file; empty for the network that ships with the service
   * @throws EmbeddedServiceFault when it does not start, saying why
   * @throws InterruptedException when interrupted while waiting; the service is then ended
   */
  public static EmbeddedService start(Optional<Path> model)
      throws EmbeddedServiceFault, InterruptedException {
    ScratchFolder scratch;
    try {
      scratch = ScratchFolder.create();
    } catch (IOException e) {
      throw new EmbeddedServiceFault(
          "The folder for temporary files, "
              + System.getProperty("java.io.tmpdir")
              + ", cannot be written; make room there.",
          List.of(),
          e);
    }
    return start(ServiceCommand.of(scratch.path(), model), scratch, START_SECONDS);
  }

  /** Starts a command, which owns the folder until it ends. */
  static EmbeddedService start(ProcessBuilder command, ScratchFolder scratch, long seconds)
      throws EmbeddedServiceFault, InterruptedException {
    Process process;
    try {
      process = command.start();
    } catch (IOException e) {
      scratch.close();
      throw new EmbeddedServiceFault(
          "The scoring service cannot be started because Java's program "
              + command.command().get(0)
              + " does not run; install Java again.",
          List.of(),
          e);
    }
    CompletableFuture<ReadyLine> ready = new CompletableFuture<>();
    OutputTail errors =
        OutputTail.of(process.getErrorStream(), "coverscape-service-stderr", line -> {});
    OutputTail output =
        OutputTail.of(
            process.getInputStream(),
            "coverscape-service-stdout",
            line -> ReadyLine.parse(line).ifPresent(ready::complete));
    var unused = output.ended().thenRun(() -> ready.cancel(false));
    CompletableFuture<Void> cleaned = process.onExit().thenRun(scratch::close);
    return await(process, ready, errors, cleaned, seconds);
  }

  private static EmbeddedService await(
      Process process,
      CompletableFuture<ReadyLine> ready,
      OutputTail errors,
      CompletableFuture<Void> cleaned,
      long seconds)
      throws EmbeddedServiceFault, InterruptedException {
    boolean started = false;
    try {
      EmbeddedService service =
          new EmbeddedService(process, ready.get(seconds, TimeUnit.SECONDS), errors, cleaned);
      started = true;
      return service;
    } catch (TimeoutException e) {
      throw new EmbeddedServiceFault(
          "The scoring service did not start within "
              + seconds
              + " seconds; close other programs and try again.",
          errors.lines(),
          e);
    } catch (ExecutionException | CancellationException e) {
      throw new EmbeddedServiceFault(sentence(errors), errors.lines(), e);
    } finally {
      if (!started) {
        process.destroyForcibly();
        awaitCleaned(cleaned);
      }
    }
  }

  /** The service's own last sentence, where it left one. */
  private static String sentence(OutputTail errors) throws InterruptedException {
    try {
      errors.ended().get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return "The scoring service ended while starting.";
    }
    List<String> lines = errors.lines();
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    return last.endsWith(".") ? last : "The scoring service ended while starting; try again.";
  }

  /** The address it listens on. */
  public String host() {
    return "127.0.0.1";
  }

  /** The port it listens on. */
  public int port() {
    return ready.port();
  }

  /** The name and version of its network, such as {@code coverscape-landcover:1}. */
  public String model() {
    return ready.model();
  }

  /** Its process. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** What it last wrote to its standard error, oldest first: for a log, not a person. */
  public List<String> lastLines() {
    return errors.lines();
  }

  /** Asks it to end, waits 5 s, then ends it by force, and deletes its temporary files. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy(); // the pipe is gone, so it cannot be asked that way
    }
    try {
      if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    awaitCleaned(cleaned);
  }

  /** Waits, for 5 s at most, until the process that is ending has gone and its files with it. */
  private static void awaitCleaned(CompletableFuture<Void> cleaned) {
    cleaned.completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS).join();
  }
}
