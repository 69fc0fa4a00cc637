package org.coverscape.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When it is tried again, after which wait, and when not any more; the clock is turned by hand. */
class AttemptsTest {
  private static final URI HOST = URI.create("https://example.org/a.tif");

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> waits = new ArrayList<>();
  private final AtomicInteger sent = new AtomicInteger();

  private Attempts attempts(double chance) {
    return new Attempts(
        WebSettings.DEFAULT,
        time -> {
          waits.add(time);
          nanos.addAndGet(time.toNanos());
          return true;
        },
        nanos::get,
        () -> chance);
  }

  private WebException fails(Attempts attempts, WebException fault) {
    return assertThrows(
        WebException.class,
        () ->
            attempts.run(
                HOST,
                () -> {
                  sent.incrementAndGet();
                  throw fault;
                }));
  }

  private static void succeeds(Attempts attempts) throws Exception {
    assertEquals("yes", attempts.run(HOST, () -> "yes"));
  }

  private static WebException fault(WebException.Kind kind) {
    return new WebException(kind, "No.");
  }

  @Test
  void waitsTwiceAsLongEachTime() {
    fails(attempts(1), fault(WebException.Kind.SERVER));
    assertEquals(
        List.of(
            250L, 500L, 1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L, 10_000L, 10_000L, 10_000L,
            10_000L, 10_000L, 4250L),
        waits.stream().map(Duration::toMillis).toList());
    assertEquals(WebSettings.DEFAULT.patience().toNanos(), nanos.get(), "all of the patience");
  }

  @ParameterizedTest
  @EnumSource(names = {"UNREACHABLE", "SERVER", "BUSY", "CUT", "SLOW"})
  void aNetworkThatIsAwayForLongerThanAMinuteIsAwaited(WebException.Kind kind) throws Exception {
    Attempts attempts = attempts(0);
    succeeds(attempts);
    long back = Duration.ofSeconds(85).toNanos();
    String answer =
        attempts.run(
            HOST,
            () -> {
              if (nanos.get() < back) {
                throw fault(kind);
              }
              return "back";
            });
    assertEquals("back", answer);
  }

  @Test
  void manyReadersTogetherAreAllAwaited() throws Exception {
    for (WebException.Kind kind :
        List.of(WebException.Kind.UNREACHABLE, WebException.Kind.SERVER)) {
      Attempts attempts = attempts(0);
      succeeds(attempts);
      long back = nanos.get() + Duration.ofSeconds(85).toNanos();
      for (int reader = 0; reader < 10; reader++) {
        nanos.set(back - Duration.ofSeconds(85).toNanos());
        assertEquals(
            "back",
            attempts.run(
                HOST,
                () -> {
                  if (nanos.get() < back) {
                    throw fault(kind);
                  }
                  return "back";
                }),
            kind + " to reader " + reader);
      }
    }
  }

  @Test
  void chanceMakesWaitsUpToAHalfShorter() {
    fails(attempts(0), fault(WebException.Kind.SERVER));
    assertEquals(125, waits.get(0).toMillis());
  }

  @Test
  void waitsAsLongAsTheHostAsks() {
    Duration asked = Duration.ofSeconds(20);
    WebException busy = new WebException(WebException.Kind.BUSY, "No.", Optional.of(asked));
    fails(attempts(1), busy);
    assertEquals(List.of(asked, asked, asked, asked), waits);
  }

  @Test
  void aNameThatIsLikelyWrongIsNotTriedForLong() {
    fails(attempts(1), fault(WebException.Kind.UNREACHABLE));
    assertEquals(3, sent.get());
  }

  @Test
  void aHostThatWasThereIsAwaitedAndThenLeftAloneForAWhile() throws Exception {
    Attempts attempts = attempts(1);
    succeeds(attempts);
    fails(attempts, fault(WebException.Kind.UNREACHABLE));
    int tries = sent.get();
    assertTrue(tries > 7, tries + " tries");
    fails(attempts, fault(WebException.Kind.UNREACHABLE));
    assertEquals(tries, sent.get(), "it is not asked while it rests");
    nanos.addAndGet(Duration.ofSeconds(11).toNanos());
    succeeds(attempts);
    succeeds(attempts);
  }

  @Test
  void retriesAreABudget() throws Exception {
    Attempts attempts = attempts(1);
    succeeds(attempts);
    for (int i = 0; i < 100; i++) {
      fails(attempts, fault(WebException.Kind.SERVER));
    }
    assertTrue(waits.size() <= 241, waits.size() + " retries");
  }

  @Test
  void whatIsDeniedIsNotTriedAgain() {
    fails(attempts(1), fault(WebException.Kind.DENIED));
    assertEquals(1, sent.get());
  }

  @Test
  void progressIsNoFailure() throws Exception {
    int parts = 30;
    String all =
        attempts(1)
            .run(
                HOST,
                new Attempts.Attempt<String>() {
                  @Override
                  public String send() throws WebException {
                    if (sent.incrementAndGet() < parts) {
                      throw fault(WebException.Kind.CUT);
                    }
                    return "all";
                  }

                  @Override
                  public long progress() {
                    return 20_000L * sent.get();
                  }
                });
    assertEquals("all", all);
  }

  /** Sends so many bytes a second for half a minute each time, and never all. */
  private final class Dripping implements Attempts.Attempt<String> {
    private final long rate;
    private final int times;

    Dripping(long rate, int times) {
      this.rate = rate;
      this.times = times;
    }

    @Override
    public String send() throws WebException {
      nanos.addAndGet(Duration.ofSeconds(30).toNanos());
      if (sent.incrementAndGet() == times) {
        return "all";
      }
      throw fault(WebException.Kind.SLOW);
    }

    @Override
    public long progress() {
      return 30 * rate * sent.get();
    }
  }

  @Test
  void aTransferThatGoesOnAtAWalkIsProgressAndOneThatDripsIsNot() throws Exception {
    Attempts attempts = attempts(1);
    assertEquals("all", attempts.run(HOST, new Dripping(2048, 20)));
    sent.set(0);
    assertThrows(WebException.class, () -> attempts.run(HOST, new Dripping(900, 20)));
    assertEquals(3, sent.get());
  }

  @Test
  void aHostThatAsksForThousandsOfYearsIsNotAwaited() {
    Duration asked = Duration.ofDays(365L * 8000);
    WebException busy = new WebException(WebException.Kind.BUSY, "No.", Optional.of(asked));
    assertEquals(busy, fails(attempts(1), busy));
    assertEquals(List.of(), waits);
  }
}
