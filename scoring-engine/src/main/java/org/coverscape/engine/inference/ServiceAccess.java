package org.coverscape.engine.inference;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How one gets in to a service. The key shows in no text that is made of this.
 *
 * @param security plain or TLS
 * @param key sent as it is; empty sends none. Anyone on the way can read it unless the way is
 *     secured
 * @param keyHeader the header that carries the key, lower case
 * @param serverName the name that the certificate has to show; empty for the host itself
 */
public record ServiceAccess(
    ChannelSecurity security, String key, String keyHeader, String serverName) {
  private static final Pattern HEADER = Pattern.compile("[a-z0-9._-]+");
  private static final Pattern NAME = Pattern.compile("[\\p{Alnum}._-]*");

  /** Checks that key and header can be sent. */
  public ServiceAccess {
    keyHeader = keyHeader.toLowerCase(Locale.ROOT);
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException(
          "The key holds a space or a letter with an accent; copy it again.");
    }
    if (!HEADER.matcher(keyHeader).matches()
        || keyHeader.endsWith("-bin")
        || keyHeader.startsWith("grpc-")) {
      throw new IllegalArgumentException(
          "'" + keyHeader + "' is no header for a key; name one such as authorization.");
    }
    if (!NAME.matcher(serverName).matches()) {
      throw new IllegalArgumentException(
          "'" + serverName + "' is no server name; write it as the certificate does.");
    }
  }

  /** Plain, without a key. */
  public static ServiceAccess open() {
    return new ServiceAccess(new ChannelSecurity.Plain(), "", "authorization", "");
  }

  /** The same, secured otherwise. */
  public ServiceAccess withSecurity(ChannelSecurity other) {
    return new ServiceAccess(other, key, keyHeader, serverName);
  }

  /** The same with a key. */
  public ServiceAccess withKey(String rawKey) {
    return new ServiceAccess(security, rawKey, keyHeader, serverName);
  }

  /** The same with the key in another header. */
  public ServiceAccess withKeyHeader(String header) {
    return new ServiceAccess(security, key, header, serverName);
  }

  /** The same with another name on the certificate. */
  public ServiceAccess withServerName(String name) {
    return new ServiceAccess(security, key, keyHeader, name);
  }

  /** Without the key, which belongs in no log. */
  @Override
  public String toString() {
    return "ServiceAccess["
        + security
        + ", key="
        + (key.isEmpty() ? "none" : "set")
        + ", keyHeader="
        + keyHeader
        + ", serverName="
        + serverName
        + "]";
  }
}
