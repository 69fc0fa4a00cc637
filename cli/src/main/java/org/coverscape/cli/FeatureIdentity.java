package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.coverscape.engine.inference.InputSpec;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.engine.inference.ServiceSpec;

/**
 * What features are kept under: the model's name, and how it was asked, where that changes its
 * answers.
 *
 * <p>Lossless forms of a chip are one: PNG, or pixels of either type or layout. A definition counts
 * by its bytes, which hold its preprocessing. A service that does not tell its model's name counts
 * by its address, and by the model that it was asked for.
 */
final class FeatureIdentity {
  private static final String UNNAMED = "unnamed";

  private FeatureIdentity() {}

  /** Whether a service told its model's name. */
  static boolean isNamed(String model) {
    return !model.toLowerCase(Locale.ROOT).equals(UNNAMED);
  }

  /**
   * The identity, in lines; the model's name alone where it is asked as our own service is.
   *
   * @param model the name that all services told
   * @param asked the services that were named; empty for the program's own
   * @throws IOException when a definition cannot be read
   */
  static String of(String model, List<ServiceSpec> asked) throws IOException {
    Set<String> ways = new TreeSet<>();
    for (ServiceSpec spec : asked) {
      ways.add(way(model, spec));
    }
    return ways.isEmpty() || ways.equals(Set.of(""))
        ? model
        : model + "\n" + String.join("\n", ways);
  }

  private static String way(String model, ServiceSpec spec) throws IOException {
    List<String> parts = new ArrayList<>();
    if (!isNamed(model)) {
      parts.add("service " + spec.endpoint());
      parts.add("model " + spec.model().name() + ":" + spec.model().version());
    }
    if (!spec.model().output().isEmpty()) {
      parts.add("output " + spec.model().output());
    }
    if (spec.model().definition().isPresent()) {
      parts.add("definition " + sha256(spec.model().definition().get()));
    }
    InputSpec input = spec.input();
    if (!input.name().isEmpty()) {
      parts.add("input " + input.name());
    }
    if (input.encoding() == InputSpec.Encoding.JPEG) {
      parts.add("jpeg");
    }
    if (!input.preprocessing().equals(Preprocessing.none())) {
      parts.add(input.preprocessing().toString());
    }
    return String.join(", ", parts);
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
