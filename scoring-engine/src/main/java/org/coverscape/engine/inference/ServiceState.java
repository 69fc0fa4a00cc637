package org.coverscape.engine.inference;

import java.util.Locale;

/** Where a service of a {@link ServicePool} stands. */
public enum ServiceState {
  /** It gets chips. */
  UP,
  /** It answers, but failed again and again, or wants no chips now: it gets none for a while. */
  ASIDE,
  /** It is not reached, for now, and asked again and again. */
  LOST,
  /** It was away for too long, or came back as something else: it is given up. */
  DEAD,
  /** It was taken off the list: what it has in work it may finish. */
  LEFT;

  /** The name in every table, lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
