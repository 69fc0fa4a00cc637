package org.coverscape.service.embedded;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one line the service prints on standard output, once it answers: {@code coverscape-service
 * ready port=NNNN model=name:version}.
 *
 * @param port where it listens
 * @param model the name and version of its network
 */
public record ReadyLine(int port, String model) {
  private static final Pattern FORM =
      Pattern.compile("coverscape-service ready port=(\\d{1,5}) model=(\\S+)");

  /** Reads the line; empty for any other line. */
  public static Optional<ReadyLine> parse(String line) {
    Matcher matcher = FORM.matcher(line.strip());
    return matcher.matches()
        ? Optional.of(new ReadyLine(Integer.parseInt(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** The line itself, without a line end. */
  @Override
  public String toString() {
    return "coverscape-service ready port=" + port + " model=" + model;
  }
}
