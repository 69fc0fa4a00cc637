package org.coverscape.engine.web;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The header by which a host asks for patience: seconds or a date; RFC 9110, section 10.2.3. */
final class RetryAfter {
  private RetryAfter() {}

  /** How long the host asks to wait; a date counts from the host's own. */
  static Optional<Duration> of(HttpHeaders headers) {
    return headers.firstValue("retry-after").flatMap(text -> parse(text.strip(), headers));
  }

  private static Optional<Duration> parse(String text, HttpHeaders headers) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    Optional<Instant> now = headers.firstValue("date").flatMap(RetryAfter::date);
    return date(text)
        .flatMap(then -> now.map(n -> Duration.between(n, then)))
        .filter(wait -> !wait.isNegative());
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH))
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
