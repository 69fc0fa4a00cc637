package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.imagery.access.ConnectedImagery;
import org.coverscape.engine.stac.StacCatalog;
import org.coverscape.engine.stac.WebTransport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How imagery on the web is reached. */
final class WebOptions implements AutoCloseable {
  @Option(
      names = "--web-settings",
      paramLabel = "F",
      description = "Keys for hosts of imagery on the web, JSON (docs/imagery.md).")
  @Nullable Path settings;

  private @Nullable ConnectedImagery connected;

  /** The way to all imagery, opened when it is first asked for. */
  ConnectedImagery connected() {
    ConnectedImagery open = connected;
    if (open == null) {
      open = open();
      connected = open;
    }
    return open;
  }

  /** How catalogues are asked; images whose entries do not say where they lie are opened. */
  StacCatalog catalogues() {
    ConnectedImagery way = connected();
    return new StacCatalog(new WebTransport(way.client()), way.access());
  }

  private ConnectedImagery open() {
    Path file = settings;
    if (file != null && !Files.exists(file)) {
      throw new UserException("There are no web settings " + file + "; check the path.");
    }
    try {
      return ConnectedImagery.open(Optional.ofNullable(file));
    } catch (IOException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    if (connected != null) {
      connected.close();
      connected = null;
    }
  }
}
