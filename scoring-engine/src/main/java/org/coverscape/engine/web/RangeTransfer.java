package org.coverscape.engine.web;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Fetches some bytes of a file; what came before a fault is kept, and the next try goes on from
 * there. Trusts no header that the bytes themselves do not bear out. Used by one thread.
 */
final class RangeTransfer implements Attempts.Attempt<RangeAnswer> {
  /** A host that knows only whole files is used for files up to this size. */
  static final int WHOLE_FILE = 16 << 20;

  private final Hops hops;
  private final RangeRequest request;
  private final byte[] bytes;
  private int have;
  private @Nullable WebFacts facts;
  private @Nullable Collector body;
  private @Nullable ContentRange held;

  RangeTransfer(Hops hops, RangeRequest request) {
    this.hops = hops;
    this.request = request;
    bytes = new byte[request.count()];
    facts = request.known().orElse(null);
  }

  @Override
  public long progress() {
    return have;
  }

  @Override
  public RangeAnswer send() throws WebException, InterruptedException {
    while (true) {
      int before = have;
      Optional<RangeAnswer> answer = sendOnce();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (have == before) {
        throw WebFaults.cut(request.uri());
      }
    }
  }

  private Optional<RangeAnswer> sendOnce() throws WebException, InterruptedException {
    body = null;
    held = null;
    Hops.Landed landed;
    try {
      landed = hops.send(request.uri(), this::builder, this::take, collector -> body = collector);
    } catch (WebException e) {
      keep();
      throw e;
    }
    return switch (landed.status()) {
      case 206 -> part(landed);
      case 200 -> Optional.of(whole(landed));
      case 416 -> Optional.of(beyond(landed));
      default ->
          throw WebFaults.ofStatus(
              request.uri(), landed.status(), RetryAfter.of(landed.response().headers()));
    };
  }

  private HttpRequest.Builder builder() {
    long from = request.from() + have;
    HttpRequest.Builder builder =
        HttpRequest.newBuilder()
            .GET()
            .setHeader("Range", "bytes=" + from + "-" + (request.from() + bytes.length - 1))
            .setHeader("Accept-Encoding", "identity");
    Optional.ofNullable(facts)
        .flatMap(WebFacts::strongTag)
        .ifPresent(tag -> builder.setHeader("If-Match", tag));
    return builder;
  }

  /** Takes the bytes of a part that begins where it should, and little of anything else. */
  private Collector take(HttpResponse.ResponseInfo info) {
    if (info.statusCode() == 206) {
      Optional<ContentRange> range =
          info.headers().firstValue("content-range").flatMap(ContentRange::parse);
      long wanted = request.from() + have;
      if (range.isPresent()
          && range.get().first() == wanted
          && range.get().last() < request.from() + bytes.length
          && isPlain(info)
          && isSameFile(range.get(), info)) {
        held = range.get();
        return new Collector((int) held.count(), (int) held.count());
      }
      return new Collector(0, 0);
    }
    if (info.statusCode() == 200) {
      return isPlain(info) && isSmall(info) ? Collector.upTo(WHOLE_FILE) : new Collector(0, 0);
    }
    return Collector.upTo(Collector.REMARK);
  }

  /** What comes of another file must not be kept, even when the transfer breaks off. */
  private boolean isSameFile(ContentRange range, HttpResponse.ResponseInfo info) {
    if (range.length().isEmpty()) {
      return true;
    }
    WebFacts now = WebFacts.of(range.length().getAsLong(), info.headers());
    if (facts == null) {
      facts = now;
    }
    return facts.agreesWith(now);
  }

  private static boolean isPlain(HttpResponse.ResponseInfo info) {
    String encoding = info.headers().firstValue("content-encoding").orElse("identity");
    String type = info.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
    return encoding.equalsIgnoreCase("identity")
        && !type.startsWith("multipart/")
        && !type.startsWith("text/html");
  }

  private static boolean isSmall(HttpResponse.ResponseInfo info) {
    return info.headers().firstValueAsLong("content-length").orElse(0) <= WHOLE_FILE;
  }

  /** Keeps what came of a part that broke off. */
  private void keep() {
    Collector collector = body;
    if (collector != null && held != null) {
      byte[] came = collector.bytes();
      System.arraycopy(came, 0, bytes, have, came.length);
      have += came.length;
    }
    body = null;
    held = null;
  }

  private Optional<RangeAnswer> part(Hops.Landed landed) throws WebException, InterruptedException {
    ContentRange range = held;
    if (range == null) {
      throw refusal(landed);
    }
    if (landed.response().body().isExceeded()) {
      throw WebFaults.nonsense(request.uri());
    }
    WebFacts now = agreed(length(range.length()), landed);
    boolean complete = landed.response().body().bytes().length == range.count();
    keep();
    if (!complete) {
      // the header promised more than came: as good as a transfer that broke off
      throw WebFaults.cut(request.uri());
    }
    boolean end = range.last() + 1 == now.length();
    return have == bytes.length || end ? Optional.of(answer(now)) : Optional.empty();
  }

  /** Why the bytes of an answer were not even taken. */
  private WebException refusal(Hops.Landed landed) throws WebException {
    Optional<ContentRange> range = landed.header("content-range").flatMap(ContentRange::parse);
    if (range.isPresent() && range.get().length().isPresent()) {
      agreed(range.get().length().getAsLong(), landed);
    }
    return isPage(landed) ? WebFaults.page(request.uri()) : WebFaults.nonsense(request.uri());
  }

  private RangeAnswer answer(WebFacts now) {
    return new RangeAnswer(
        request.from(), have == bytes.length ? bytes : Arrays.copyOf(bytes, have), now);
  }

  /** A host need not tell the length with a part; then it is asked for it. */
  private long length(OptionalLong told) throws WebException, InterruptedException {
    if (told.isPresent()) {
      return told.getAsLong();
    }
    WebFacts known = facts == null ? new WebHead(hops, request.uri()).send() : facts;
    if (known.length() < 0) {
      throw WebFaults.nonsense(request.uri());
    }
    facts = known;
    return known.length();
  }

  /** All answers have to speak of one file. */
  private WebFacts agreed(long length, Hops.Landed landed) throws WebException {
    WebFacts now = WebFacts.of(length, landed.response().headers());
    if (facts != null && !facts.agreesWith(now)) {
      throw WebFaults.changed();
    }
    facts = facts == null ? now : facts;
    return facts;
  }

  /** The host knows no parts, and sends all of it. */
  private RangeAnswer whole(Hops.Landed landed) throws WebException {
    if (isPage(landed)) {
      throw WebFaults.page(request.uri());
    }
    if (landed
        .header("content-encoding")
        .filter(e -> !e.equalsIgnoreCase("identity"))
        .isPresent()) {
      throw WebFaults.nonsense(request.uri());
    }
    if (landed.response().body().isExceeded()) {
      throw new WebException(
          WebException.Kind.TOO_LARGE,
          WebFaults.host(request.uri())
              + " sends whole files only; download the file and use the copy.");
    }
    byte[] all = landed.response().body().bytes();
    return new RangeAnswer(0, all, agreed(all.length, landed));
  }

  private static boolean isPage(Hops.Landed landed) {
    return landed
        .header("content-type")
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
        .isPresent();
  }

  /** Nothing of the file lies there. */
  private RangeAnswer beyond(Hops.Landed landed) throws WebException {
    OptionalLong length =
        landed
            .header("content-range")
            .flatMap(ContentRange::parse)
            .map(ContentRange::length)
            .orElseGet(OptionalLong::empty);
    if (length.isEmpty() || length.getAsLong() > request.from()) {
      throw WebFaults.nonsense(request.uri());
    }
    return new RangeAnswer(request.from(), new byte[0], agreed(length.getAsLong(), landed));
  }
}
