package org.coverscape.map.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which tiles are to be loaded next. The view says what it wants, in order; whatever it no longer
 * wants is forgotten unless it is already being loaded. What is missing is not asked for again,
 * what failed is, after a wait that doubles each time. A new edition makes everything known
 * doubtful: answers to questions that were asked before do not count. Any thread.
 */
final class TileQueue {
  private static final int MOST_REMEMBERED = 50_000;
  private static final long FIRST_WAIT = TimeUnit.SECONDS.toNanos(4);
  private static final int MOST_DOUBLINGS = 6;

  /** A failed tile: how often, and from when on it is tried again. */
  private record Failure(int times, long retryAt) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final LongSupplier nanoClock;
  private final Map<TileAddress, Integer> loading = new HashMap<>();
  private final Set<TileAddress> missing = new HashSet<>();
  private final Set<TileAddress> doubted = new HashSet<>();
  private final Map<TileAddress, Failure> failed = new HashMap<>();
  private List<TileAddress> wanted = List.of();
  private final AtomicInteger edition = new AtomicInteger();
  private boolean closed;

  /** An empty queue that measures waits with a clock in nanoseconds. */
  TileQueue(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Replaces what is wanted, the most urgent first. */
  void want(List<TileAddress> addresses) {
    locked(
        () -> {
          wanted = new ArrayList<>(addresses);
          work.signalAll();
        });
  }

  /** The edition that answers must belong to in order to count; the first is 0. */
  int edition() {
    return edition.get();
  }

  /** The edition in which a tile that was taken is loaded. */
  int editionOf(TileAddress address) {
    lock.lock();
    try {
      return loading.getOrDefault(address, edition.get());
    } finally {
      lock.unlock();
    }
  }

  /** Begins a new edition: what was missing or failed is asked for again when it is wanted. */
  void renew() {
    locked(
        () -> {
          edition.incrementAndGet();
          forgetIfMany(doubted);
          doubted.addAll(missing);
          missing.clear();
          failed.clear();
        });
  }

  /** Waits for the next tile to load; null when the queue is closed. */
  @Nullable TileAddress take() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        TileAddress next = poll();
        if (next != null) {
          return next;
        }
        long wait = nextRetry();
        if (wait == Long.MAX_VALUE) {
          work.await();
        } else {
          long unused = work.awaitNanos(wait);
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** The next tile to load now; null if there is none. */
  @Nullable TileAddress poll() {
    lock.lock();
    try {
      long now = nanoClock.getAsLong();
      for (TileAddress address : wanted) {
        if (due(address, now)) {
          loading.put(address, edition.get());
          return address;
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** A tile that was taken is loaded. */
  void found(TileAddress address) {
    answered(
        address,
        () -> {
          failed.remove(address);
          doubted.remove(address);
          wanted.remove(address);
        });
  }

  /** There is nothing where a tile that was taken would be. */
  void missing(TileAddress address) {
    answered(
        address,
        () -> {
          failed.remove(address);
          doubted.remove(address);
          forgetIfMany(missing);
          missing.add(address);
        });
  }

  /** A tile that was taken could not be loaded. */
  void failed(TileAddress address) {
    answered(
        address,
        () -> {
          Failure before = failed.get(address);
          int times = before == null ? 0 : Math.min(MOST_DOUBLINGS, before.times());
          forgetIfMany(failed.keySet());
          failed.put(
              address, new Failure(times + 1, nanoClock.getAsLong() + (FIRST_WAIT << times)));
        });
  }

  /** Whether there was nothing when the tile was last asked for, in this edition or the last. */
  boolean isMissing(TileAddress address) {
    lock.lock();
    try {
      return missing.contains(address) || doubted.contains(address);
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is known in this edition that the tile is missing or cannot be had. */
  boolean isGivenUp(TileAddress address) {
    lock.lock();
    try {
      return missing.contains(address) || failed.containsKey(address);
    } finally {
      lock.unlock();
    }
  }

  /** Lets all who wait go home. */
  void close() {
    locked(
        () -> {
          closed = true;
          wanted = List.of();
          work.signalAll();
        });
  }

  private boolean due(TileAddress address, long now) {
    Failure failure = failed.get(address);
    return !loading.containsKey(address)
        && !missing.contains(address)
        && (failure == null || now - failure.retryAt() >= 0);
  }

  private long nextRetry() {
    long now = nanoClock.getAsLong();
    long soonest = Long.MAX_VALUE;
    for (TileAddress address : wanted) {
      Failure failure = failed.get(address);
      if (failure != null && !loading.containsKey(address)) {
        soonest = Math.min(soonest, Math.max(1, failure.retryAt() - now));
      }
    }
    return soonest;
  }

  /** What is forgotten is only asked for once more, so memory is bounded in the simplest way. */
  private static void forgetIfMany(Set<TileAddress> remembered) {
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
  }

  /** An answer of an older edition only says that nobody is loading the tile any more. */
  private void answered(TileAddress address, Runnable change) {
    locked(
        () -> {
          Integer asked = loading.remove(address);
          if (asked == null || asked == edition.get()) {
            change.run();
          } else {
            work.signalAll();
          }
        });
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }
}
