package org.coverscape.service.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which network answers, so that answers of different networks are never mixed.
 *
 * @param name letters, digits, dots, dashes and underscores
 * @param version positive
 */
public record ModelIdentity(String name, long version) {
  private static final int VERSION_BITS = 52;

  /** Checks name and version. */
  public ModelIdentity {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("'" + name + "' is no name for a model");
    }
    if (version < 1) {
      throw new IllegalArgumentException(version + " is no version of a model");
    }
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
    return name + ":" + version;
  }
}
