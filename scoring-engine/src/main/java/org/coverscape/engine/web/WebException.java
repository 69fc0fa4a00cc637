package org.coverscape.engine.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Something on the web cannot be had. The message is one plain sentence that says why and what to
 * do; it names the host and never the whole address, which may hold a signature.
 */
public final class WebException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What kind of fault it is. */
  public enum Kind {
    /** Nothing answers: no network, no such host, nobody listening, or no way there. */
    UNREACHABLE(true),
    /** The host's certificate is not trusted. */
    CERTIFICATE(false),
    /** 401 or 403. */
    DENIED(false),
    /** 404 or 410. */
    MISSING(false),
    /** 429 or 503: asked to come back later. */
    BUSY(true),
    /** Any other fault of the host's own. */
    SERVER(true),
    /** Nothing came for too long. */
    SLOW(true),
    /** The transfer broke off. */
    CUT(true),
    /** The file is not the one that was read before. */
    CHANGED(false),
    /** The answer cannot be what was asked for. */
    NONSENSE(false),
    /** More than may be taken. */
    TOO_LARGE(false),
    /** The request itself was refused. */
    REFUSED(false),
    /** The program stops. */
    STOPPED(false);

    private final boolean passing;

    Kind(boolean passing) {
      this.passing = passing;
    }

    /** Whether the same request may succeed a little later. */
    public boolean isPassing() {
      return passing;
    }
  }

  private final Kind kind;
  private final int status;
  private final transient Optional<Duration> wait;

  /** A fault with its sentence. */
  public WebException(Kind kind, String sentence) {
    this(kind, sentence, Optional.empty());
  }

  /** A fault that the host asks to wait after. */
  WebException(Kind kind, String sentence, Optional<Duration> wait) {
    super(sentence);
    this.kind = kind;
    this.status = 0;
    this.wait = wait;
  }

  /** A fault that an answer's status stands for. */
  WebException(Kind kind, String sentence, int status) {
    super(sentence);
    this.kind = kind;
    this.status = status;
    this.wait = Optional.empty();
  }

  /** A fault with its sentence and its cause. */
  WebException(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
    this.status = 0;
    this.wait = Optional.empty();
  }

  /** What kind of fault it is. */
  public Kind kind() {
    return kind;
  }

  /** Whether the host itself refused by a status, and not this program before it was asked. */
  public boolean isAnswer() {
    return status > 0;
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** How long the host asks to wait. */
  Optional<Duration> retryAfter() {
    return wait;
  }
}
