package org.coverscape.app.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The 50 states of the USA and the District of Columbia, to within some hundred metres: from the
 * public-domain boundaries of the US Census Bureau of 2017, as {@code recipe/states.py} packs them.
 * Immutable and thread-safe.
 */
public final class UsStates {
  private static final String FILE = "/org/coverscape/app/us-states.txt";

  private final List<UsState> states;

  private UsStates(List<UsState> states) {
    this.states = List.copyOf(states);
  }

  /**
   * Reads them, which takes some ten milliseconds: not for the thread of the window.
   *
   * @throws IllegalStateException when the program was built without them or with damaged ones
   */
  public static UsStates load() {
    try (InputStream in = UsStates.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks the outlines of the states.");
      }
      UsStatesParser parser = new UsStatesParser();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
          .lines()
          .forEach(parser::line);
      return new UsStates(parser.states());
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException("The outlines of the states cannot be read.", e);
    }
  }

  /** All of them, by name. */
  public List<UsState> all() {
    return states;
  }

  /** The state that a point lies in, in degrees. */
  public Optional<UsState> at(double longitude, double latitude) {
    return states.stream().filter(state -> state.contains(longitude, latitude)).findFirst();
  }

  /**
   * States for what a person types, the best first: by postal code, then by the beginning of the
   * name, then by the beginning of a later word in it. Case does not matter; nothing finds nothing.
   */
  public List<UsState> find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Predicate<UsState>> ranks = new ArrayList<>();
    ranks.add(state -> lower(state.code()).equals(wanted));
    ranks.add(state -> lower(state.name()).startsWith(wanted));
    ranks.add(state -> lower(state.name()).contains(" " + wanted));
    return ranks.stream().flatMap(rank -> states.stream().filter(rank)).distinct().toList();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
