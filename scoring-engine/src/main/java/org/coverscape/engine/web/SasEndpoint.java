package org.coverscape.engine.web;

import java.net.URI;
import java.util.List;

/**
 * Where shared access signatures for containers of Azure are handed out, as the Planetary Computer
 * does.
 *
 * @param endpoint answers {@code /account/container} with a token
 * @param hosts patterns of hosts whose files are signed; the account is the host's first label
 */
public record SasEndpoint(URI endpoint, List<String> hosts) {
  /** That of the Planetary Computer. */
  public static final SasEndpoint PLANETARY_COMPUTER =
      new SasEndpoint(
          URI.create("https://planetarycomputer.microsoft.com/api/sas/v1/token"),
          List.of("*.blob.core.windows.net"));

  /** Takes a copy. */
  public SasEndpoint {
    hosts = List.copyOf(hosts);
  }
}
