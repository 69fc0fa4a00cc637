package org.coverscape.cli;

import java.util.ArrayList;
import java.util.List;

/** Options that were given and would say nothing: they are refused rather than passed over. */
final class IdleOptions {
  private final List<String> given = new ArrayList<>();

  /** Notes an option that says nothing, if it was given. */
  IdleOptions add(String name, boolean isGiven) {
    if (isGiven) {
      given.add(name);
    }
    return this;
  }

  /**
   * Refuses what was noted.
   *
   * @param beside what it does not go with, to begin a sentence
   * @throws UserException when anything was
   */
  void refuse(String beside) {
    if (!given.isEmpty()) {
      throw new UserException(
          "%s without %s; leave %s out."
              .formatted(
                  beside, String.join(" and ", given), given.size() == 1 ? "that" : "those"));
    }
  }
}
