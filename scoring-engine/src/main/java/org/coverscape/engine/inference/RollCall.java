package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks all services, at once and again and again, until each has answered or time is up. */
final class RollCall {
  private final List<Reply> replies;
  private final AtomicInteger missing;
  private final PoolTimer timer;
  private final Duration limit;
  private final Duration pause;
  private final CompletableFuture<Void> verdict = new CompletableFuture<>();

  RollCall(List<InferenceService> services, PoolTimer timer, PoolSettings settings) {
    this.replies = services.stream().map(Reply::new).toList();
    this.missing = new AtomicInteger(replies.size());
    this.timer = timer;
    this.limit = settings.limits().startup();
    this.pause = settings.retry().backoffBase();
  }

  /**
   * Waits for the answers.
   *
   * @return the model that all run
   * @throws ServiceFault when one was not reached in time, refuses, or runs another model
   * @throws CancellationException after {@link #cancel}
   */
  String take() throws InterruptedException {
    replies.forEach(this::ask);
    try {
      verdict.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      List<Reply> missed = replies.stream().filter(reply -> reply.model == null).toList();
      if (!missed.isEmpty()) {
        throw late(missed);
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ServiceFault fault ? fault : new IllegalStateException(e);
    } finally {
      cancel();
    }
    return model();
  }

  /** Ends the waiting. */
  void cancel() {
    verdict.cancel(true);
  }

  private void ask(Reply reply) {
    if (verdict.isDone()) {
      return;
    }
    var unused =
        Faults.ask(reply.service::probe)
            .whenComplete((model, error) -> answered(reply, model, error));
  }

  private void answered(Reply reply, @Nullable String model, @Nullable Throwable error) {
    if (model != null) {
      reply.model = model;
      if (missing.decrementAndGet() == 0) {
        verdict.complete(null);
      }
      return;
    }
    ServiceFault fault = Faults.of(reply.service.endpoint(), error);
    reply.fault = fault;
    if (isFinal(fault.kind())) {
      verdict.completeExceptionally(fault);
    } else {
      var unused = timer.after(pause, () -> ask(reply));
    }
  }

  private static boolean isFinal(ServiceFault.Kind kind) {
    return switch (kind) {
      case UNUSABLE, PERMANENT -> true;
      case UNREACHABLE, OVERLOADED, TEMPORARY -> false;
    };
  }

  private static ServiceFault late(List<Reply> missed) {
    List<Reply> silent = missed.stream().filter(Reply::silent).toList();
    if (silent.isEmpty()) {
      return missed.stream().map(r -> r.fault).filter(f -> f != null).findFirst().orElseThrow();
    }
    String where =
        silent.stream().map(r -> r.service.endpoint().toString()).collect(Sentences.joining());
    String what =
        silent.size() == 1
            ? "; start it there or correct the address."
            : "; start them there or correct the addresses.";
    return new ServiceFault(ServiceFault.Kind.UNREACHABLE, "No service answers at " + where + what);
  }

  private String model() {
    List<String> models = replies.stream().map(r -> String.valueOf(r.model)).distinct().toList();
    if (models.size() > 1) {
      String which =
          replies.stream()
              .map(r -> r.model + " at " + r.service.endpoint())
              .collect(Collectors.joining(", "));
      throw new ServiceFault(
          ServiceFault.Kind.PERMANENT,
          "The services run different models (" + which + "); name only services that agree.");
    }
    return models.get(0);
  }

  /** What one service has said so far. */
  private static final class Reply {
    private final InferenceService service;
    private volatile @Nullable String model;
    private volatile @Nullable ServiceFault fault;

    Reply(InferenceService service) {
      this.service = service;
    }

    boolean silent() {
      ServiceFault last = fault;
      return last == null || last.kind() == ServiceFault.Kind.UNREACHABLE;
    }
  }
}
