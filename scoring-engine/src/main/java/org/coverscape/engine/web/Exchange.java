package org.coverscape.engine.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and takes its answer, without anybody being asked to wait for ever; ends with
 * the calling thread's interruption. Thread-safe.
 */
final class Exchange implements AutoCloseable {
  private final Supplier<HttpClient> http;
  private final WebSettings settings;
  private final Map<Object, CompletableFuture<?>> running = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Sends over a client that is asked for at each request. */
  Exchange(Supplier<HttpClient> http, WebSettings settings) {
    this.http = http;
    this.settings = settings;
  }

  /** Says by status and headers what is to be taken of an answer. */
  @FunctionalInterface
  interface Taker {
    /** Where the answer's bytes go. */
    Collector take(HttpResponse.ResponseInfo info);
  }

  /**
   * Sends a request.
   *
   * @param begun told where the answer's bytes go as soon as they do, also when they break off
   */
  HttpResponse<Collector> send(
      HttpRequest.Builder builder, URI uri, Taker taker, Consumer<Collector> begun)
      throws WebException, InterruptedException {
    HttpRequest request =
        builder.uri(URI.create(uri.toASCIIString())).timeout(settings.answer()).build();
    AtomicReference<@Nullable Collector> body = new AtomicReference<>();
    CompletableFuture<HttpResponse<Collector>> sent =
        http.get()
            .sendAsync(
                request,
                info -> {
                  Collector collector = taker.take(info);
                  body.set(collector);
                  begun.accept(collector);
                  return collector;
                });
    running.put(body, sent);
    try {
      if (closed.get()) {
        throw WebFaults.stopped();
      }
      return await(sent, body, uri);
    } catch (ExecutionException e) {
      throw WebFaults.of(uri, e.getCause() == null ? e : e.getCause());
    } catch (CancellationException e) {
      throw WebFaults.stopped();
    } finally {
      running.remove(body);
      stop(sent, body.get());
    }
  }

  /** The client watches only the time until an answer begins. */
  private HttpResponse<Collector> await(
      CompletableFuture<HttpResponse<Collector>> sent,
      AtomicReference<@Nullable Collector> body,
      URI uri)
      throws WebException, InterruptedException, ExecutionException {
    long tick = Math.max(1, settings.idle().toMillis() / 4);
    @Nullable Pace pace = null;
    while (true) {
      try {
        return sent.get(tick, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        Collector collector = body.get();
        if (collector != null) {
          pace =
              pace == null ? new Pace(settings.idle().multipliedBy(3).dividedBy(2), now()) : pace;
          check(collector, pace, uri);
        }
      }
    }
  }

  private void check(Collector collector, Pace pace, URI uri) throws WebException {
    if (collector.silence() > settings.idle().toNanos()) {
      throw WebFaults.slow(uri);
    }
    if (pace.isTooSlow(now(), collector.count())) {
      throw WebFaults.dripping(uri);
    }
  }

  private static long now() {
    return System.nanoTime();
  }

  private static void stop(CompletableFuture<?> sent, @Nullable Collector body) {
    if (!sent.isDone()) {
      sent.cancel(true);
      if (body != null) {
        body.cancel();
      }
    }
  }

  /** Ends all that is under way; nothing more is sent. */
  @Override
  public void close() {
    closed.set(true);
    running.values().forEach(sent -> sent.cancel(true));
  }
}
