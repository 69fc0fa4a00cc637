package org.coverscape.engine.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Puts what goes wrong on the web into plain sentences. */
final class WebFaults {
  private WebFaults() {}

  /** What an answer's status means, where it is no success. */
  static WebException ofStatus(URI uri, int status, Optional<Duration> retryAfter) {
    String host = host(uri);
    return switch (status) {
      case 401 ->
          new WebException(
              WebException.Kind.DENIED,
              host + " asks who you are (401); add a key for it to the web settings.",
              status);
      case 403 ->
          new WebException(
              WebException.Kind.DENIED,
              host + " does not let you read it (403); check the address and your key.",
              status);
      case 404, 410 ->
          fault(
              WebException.Kind.MISSING,
              "It is not there (" + status + "); check the address at " + host + ".");
      case 407 ->
          fault(WebException.Kind.DENIED, "The proxy asks who you are (407); ask its keeper.");
      case 412 -> changed();
      case 429, 503 ->
          new WebException(
              WebException.Kind.BUSY,
              host + " is too busy (" + status + "); try again later.",
              retryAfter);
      default ->
          status >= 500 || status == 408
              ? new WebException(
                  WebException.Kind.SERVER,
                  host + " has a fault of its own (" + status + "); try again later.",
                  retryAfter)
              : new WebException(
                  WebException.Kind.REFUSED,
                  host + " refuses the request (" + status + "); check the address.",
                  status);
    };
  }

  /** The file is another one now. */
  static WebException changed() {
    return fault(WebException.Kind.CHANGED, "It has changed since it was indexed; index it again.");
  }

  private static WebException fault(WebException.Kind kind, String sentence) {
    return new WebException(kind, sentence);
  }

  /** What a fault of the network means. */
  static WebException of(URI uri, Throwable fault) {
    String host = host(uri);
    WebException known = find(fault, WebException.class);
    if (known != null) {
      return known;
    }
    if (find(fault, UnresolvedAddressException.class) != null
        || find(fault, java.net.UnknownHostException.class) != null) {
      return new WebException(
          WebException.Kind.UNREACHABLE,
          host + " cannot be found; check the network and the address.",
          fault);
    }
    if (find(fault, CertificateException.class) != null) {
      return new WebException(
          WebException.Kind.CERTIFICATE,
          "The certificate of " + host + " is not trusted; check the address and the clock.",
          fault);
    }
    if (find(fault, HttpConnectTimeoutException.class) != null
        || find(fault, java.net.ConnectException.class) != null
        || find(fault, java.net.NoRouteToHostException.class) != null) {
      return new WebException(
          WebException.Kind.UNREACHABLE,
          host + " cannot be reached; check the network and try again.",
          fault);
    }
    if (find(fault, HttpTimeoutException.class) != null) {
      return slow(uri);
    }
    if (find(fault, SSLException.class) != null) {
      return new WebException(
          WebException.Kind.UNREACHABLE,
          "No secure connection to " + host + " can be made; check the network and the address.",
          fault);
    }
    return new WebException(
        WebException.Kind.CUT,
        "The connection to " + host + " broke off; check the network and try again.",
        fault);
  }

  /** Nothing came for too long. */
  static WebException slow(URI uri) {
    return fault(
        WebException.Kind.SLOW,
        host(uri) + " does not answer in time; check the network and try again.");
  }

  /** What comes is too little to wait for. */
  static WebException dripping(URI uri) {
    return fault(
        WebException.Kind.SLOW,
        host(uri) + " sends hardly anything; check the network and try again later.");
  }

  /** The transfer ended before its end. */
  static WebException cut(URI uri) {
    return of(uri, new IOException("cut"));
  }

  /** The answer is not what was asked for. */
  static WebException nonsense(URI uri) {
    return fault(
        WebException.Kind.NONSENSE,
        host(uri) + " sends other bytes than asked for; download the file and use the copy.");
  }

  /** The answer is a page for people. */
  static WebException page(URI uri) {
    return fault(
        WebException.Kind.NONSENSE,
        host(uri) + " answers with a web page and not with the file; check the address.");
  }

  /** More than may be taken. */
  static WebException tooLarge(URI uri) {
    return fault(
        WebException.Kind.TOO_LARGE,
        "The answer of " + host(uri) + " is too large; ask for less at once.");
  }

  /** The program stops, or whoever asked has gone. */
  static WebException stopped() {
    return fault(WebException.Kind.STOPPED, "Reading was stopped; start it again.");
  }

  /** The host's name, the one part of an address that a message may hold. */
  static String host(URI uri) {
    return uri.getHost() == null ? "The host" : uri.getHost();
  }

  private static <T extends Throwable> @Nullable T find(Throwable fault, Class<T> kind) {
    Throwable at = fault;
    for (int depth = 0; at != null && depth < 12; depth++) {
      if (kind.isInstance(at)) {
        return kind.cast(at);
      }
      at = at.getCause();
    }
    return null;
  }
}
