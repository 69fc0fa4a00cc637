package org.coverscape.service.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which network answers, so that answers of different networks are never mixed.
 *
 * @param name letters, digits, dots, dashes and underscores
 * @param version positive
 * @param head fingerprint of the classifier head that makes the scores, letters and digits; empty
 *     where the network makes them itself
 */
public record ModelIdentity(String name, long version, String head) {
  private static final int VERSION_BITS = 52;

  /** Checks name and version. */
  public ModelIdentity {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("'" + name + "' is no name for a model");
    }
    if (version < 1) {
      throw new IllegalArgumentException(version + " is no version of a model");
    }
    if (!head.matches("[A-Za-z0-9]*")) {
      throw new IllegalArgumentException("'" + head + "' is no fingerprint of a head");
    }
  }

  /** A network that makes its scores itself. */
  public ModelIdentity(String name, long version) {
    this(name, version, "");
  }

  /** The same network under a head. */
  public ModelIdentity withHead(String fingerprint) {
    return new ModelIdentity(name, version, fingerprint);
  }

  /** Whose answers an output holds: features are the network's own, whatever head it is under. */
  public ModelIdentity of(ModelOutput output) {
    return output == ModelOutput.SCORES ? this : new ModelIdentity(name, version);
  }

  /** The version, and the head where there is one, as clients with a head of their own name it. */
  public String versionLabel() {
    return version + (head.isEmpty() ? "" : "+head-" + head);
  }

  /**
   * The identity of a network that states no version: its version is taken from the file's content,
   * so that the same file always has the same version, and another file another.
   *
   * @param name any text; what a name cannot hold becomes a dash
   * @param sha256 the digest of the file, whose first 52 bits become the version: few enough to
   *     pass unharmed through programs that keep numbers as doubles
   */
  public static ModelIdentity ofContent(String name, byte[] sha256) {
    String clean = name.replaceAll("[^A-Za-z0-9._-]+", "-");
    long version = ByteBuffer.wrap(sha256).getLong() >>> (Long.SIZE - VERSION_BITS);
    return new ModelIdentity(clean.isEmpty() ? "model" : clean, Math.max(1, version));
  }

  /** A digest for {@link #ofContent}. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return name + ":" + versionLabel();
  }
}
