package org.coverscape.service.work;

/** A device that gave no answer for a chip. The message is one plain sentence. */
public final class DeviceFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** How clients are told. */
  public enum Kind {
    /** Cannot be reached now. */
    UNAVAILABLE,
    /** Failed inside. */
    INTERNAL,
    /** Failed without saying how. */
    UNKNOWN
  }

  private final Kind kind;

  /** A fault of a kind. */
  public DeviceFault(Kind kind) {
    super("The device failed on this image; send it again.", null, false, false);
    this.kind = kind;
  }

  /** How clients are told. */
  public Kind kind() {
    return kind;
  }
}
