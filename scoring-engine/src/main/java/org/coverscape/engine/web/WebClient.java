package org.coverscape.engine.web;

import com.google.common.base.Suppliers;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.about.ProgramVersion;

/**
 * Asks other computers over HTTP and HTTPS: one client for all of a program. Thread-safe.
 *
 * <p>Each call blocks until it has its answer, and ends early when its thread is interrupted or the
 * client is closed. Passing faults are tried again with growing waits, as long as the settings say;
 * transfers go on where they broke off. Redirects are followed, five at most, and never from https
 * to http. What gets in at a host is sent to that host alone, and shows in no message.
 */
public final class WebClient implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ThreadPoolExecutor threads;
  private final Exchange exchange;
  private final Hops hops;
  private final Attempts attempts;

  /** A client that asks nobody yet. */
  public WebClient(WebSettings settings) {
    this(settings, InstantSource.system());
  }

  /**
   * The same by another clock.
   *
   * @param clock tells when signatures end
   */
  WebClient(WebSettings settings, InstantSource clock) {
    threads = threads();
    // made when it is first needed: it takes a while, and a window starts without the web
    exchange = new Exchange(Suppliers.memoize(() -> http(settings)), settings);
    SasTokens signatures = new SasTokens(settings.signing(), this::text, clock);
    hops = new Hops(exchange, settings, signatures, "Coverscape/" + ProgramVersion.get());
    attempts =
        new Attempts(
            settings,
            this::await,
            System::nanoTime,
            () -> ThreadLocalRandom.current().nextDouble());
  }

  /** The threads carry bytes from sockets, no more; where all are at work the client's own does. */
  private static ThreadPoolExecutor threads() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            2,
            2,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(256),
            task -> {
              Thread thread = new Thread(task, "coverscape-web");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Over HTTP/1.1 parallel ranges travel on connections of their own, and so faster. */
  private HttpClient http(WebSettings settings) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(settings.connect())
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(new SystemProxies(ProxySelector.getDefault(), System.getenv()))
        .executor(threads)
        .build();
  }

  private boolean await(Duration time) throws InterruptedException {
    return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * The text at an address, 32 MiB at most.
   *
   * @throws WebException with one plain sentence when it cannot be had
   */
  public String text(URI uri) throws WebException, InterruptedException {
    return attempts.run(uri, new WebText(hops, uri, Optional.empty()));
  }

  /**
   * The text that answers a posted JSON, 32 MiB at most.
   *
   * @throws WebException with one plain sentence when it cannot be had
   */
  public String post(URI uri, String json) throws WebException, InterruptedException {
    return attempts.run(uri, new WebText(hops, uri, Optional.of(json)));
  }

  /**
   * Some bytes of a file; the whole of it, up to 16 MiB, from a host that knows no parts.
   *
   * @throws WebException with one plain sentence when they cannot be had
   */
  public RangeAnswer range(RangeRequest request) throws WebException, InterruptedException {
    return attempts.run(request.uri(), new RangeTransfer(hops, request));
  }

  /**
   * What the host says of a file; its length is -1 where it does not say it.
   *
   * @throws WebException with one plain sentence when it cannot be had
   */
  public WebFacts head(URI uri) throws WebException, InterruptedException {
    return attempts.run(uri, new WebHead(hops, uri));
  }

  /**
   * Ends what is under way with a fault. The client's last thread ends when the client is not
   * referred to any more.
   */
  @Override
  public void close() {
    closed.countDown();
    exchange.close();
    threads.shutdown();
  }
}
