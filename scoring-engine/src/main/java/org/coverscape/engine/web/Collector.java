package org.coverscape.engine.web;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of an answer, up to a bound; keeps what came when the transfer breaks off.
 * Thread-safe.
 */
final class Collector implements HttpResponse.BodySubscriber<Collector> {
  /** Bytes that are taken of an answer that nobody reads, so that its connection can be kept. */
  static final int REMARK = 1 << 16;

  private static final int FIRST = 1 << 14;

  private final int most;
  private final CompletableFuture<Collector> done = new CompletableFuture<>();
  private byte[] bytes;
  private int count;
  private boolean exceeded;
  private volatile long lastNanos = System.nanoTime();
  private Flow.@Nullable Subscription subscription;

  /**
   * Takes so many bytes; with one more the answer counts as too large and its transfer ends.
   *
   * @param expected bytes that are likely to come
   */
  Collector(int most, int expected) {
    this.most = most;
    bytes = new byte[Math.max(0, Math.min(most, expected))];
  }

  /** Takes bytes of unknown number. */
  static Collector upTo(int most) {
    return new Collector(most, FIRST);
  }

  @Override
  public CompletionStage<Collector> getBody() {
    return done;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    lastNanos = System.nanoTime();
    if (!take(buffers)) {
      cancel();
      done.complete(this);
    }
  }

  private synchronized boolean take(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      int room = Math.min(buffer.remaining(), most - count);
      if (bytes.length < count + room) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(FIRST, 2L * (count + room))));
      }
      buffer.get(bytes, count, room);
      count += room;
      exceeded |= buffer.hasRemaining();
    }
    return !exceeded;
  }

  @Override
  public void onError(Throwable fault) {
    done.completeExceptionally(fault);
  }

  @Override
  public void onComplete() {
    done.complete(this);
  }

  /** Ends the transfer. */
  synchronized void cancel() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  /** Nanoseconds since anything came. */
  long silence() {
    return System.nanoTime() - lastNanos;
  }

  /** Number of bytes that came so far. */
  synchronized int count() {
    return count;
  }

  /** Whether there were more bytes than are taken. */
  synchronized boolean isExceeded() {
    return exceeded;
  }

  /** The bytes that came so far. */
  synchronized byte[] bytes() {
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }
}
