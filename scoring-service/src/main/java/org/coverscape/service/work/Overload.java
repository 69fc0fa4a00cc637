package org.coverscape.service.work;

/** More chips were sent than the service takes at once. The message is one plain sentence. */
public final class Overload extends Exception {
  private static final long serialVersionUID = 1L;

  /** An overload, without a stack: there may be thousands a second. */
  public Overload() {
    super(
        "The service has as many images as it can take; send this one again in a moment.",
        null,
        false,
        false);
  }
}
