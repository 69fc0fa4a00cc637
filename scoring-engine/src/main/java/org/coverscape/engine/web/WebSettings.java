package org.coverscape.engine.web;

import java.time.Duration;
import java.util.List;

/**
 * How the web is asked.
 *
 * @param connect how long a connection may take to be made
 * @param answer how long an answer may take to begin
 * @param idle how long nothing may come once it began; less than 1 KiB a second over one and a half
 *     times that counts as nothing
 * @param attempts times a request is sent at most, the first included; what ends it first is
 *     patience as a rule
 * @param patience how long one request is tried again, waits included
 * @param hosts how one gets in at hosts; the first that fits counts
 * @param signing where signatures come from
 */
public record WebSettings(
    Duration connect,
    Duration answer,
    Duration idle,
    int attempts,
    Duration patience,
    List<HostAccess> hosts,
    SasEndpoint signing) {
  /** Without keys: what public archives need. */
  public static final WebSettings DEFAULT =
      new WebSettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          100,
          Duration.ofSeconds(90),
          List.of(),
          SasEndpoint.PLANETARY_COMPUTER);

  /** Checks that there is time, and takes a copy. */
  public WebSettings {
    if (attempts < 1 || !isPositive(connect) || !isPositive(answer) || !isPositive(idle)) {
      throw new IllegalArgumentException("attempts and times are to be more than nothing");
    }
    hosts = List.copyOf(hosts);
  }

  private static boolean isPositive(Duration time) {
    return !time.isNegative() && !time.isZero();
  }

  /** The same with other ways in. */
  public WebSettings withHosts(List<HostAccess> others) {
    return new WebSettings(connect, answer, idle, attempts, patience, others, signing);
  }

  /** The same with signatures from elsewhere. */
  public WebSettings withSigning(SasEndpoint other) {
    return new WebSettings(connect, answer, idle, attempts, patience, hosts, other);
  }

  /** The same with other times. */
  public WebSettings withTimes(Duration answering, Duration idling, Duration trying) {
    return new WebSettings(connect, answering, idling, attempts, trying, hosts, signing);
  }
}
