package org.coverscape.engine.inference;

import java.nio.file.Path;

/** How the way to a service is secured. */
public sealed interface ChannelSecurity {
  /** Not at all: for this machine and for networks one trusts. */
  record Plain() implements ChannelSecurity {}

  /** TLS, with the certificate authorities that the system trusts. */
  record SystemTrust() implements ChannelSecurity {}

  /**
   * TLS, with an authority of one's own.
   *
   * @param certificates a PEM file
   */
  record OwnTrust(Path certificates) implements ChannelSecurity {}
}
