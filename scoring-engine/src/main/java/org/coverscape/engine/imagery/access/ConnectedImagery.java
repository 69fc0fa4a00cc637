package org.coverscape.engine.imagery.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.web.WebImagery;
import org.coverscape.engine.web.WebClient;
import org.coverscape.engine.web.WebSettings;
import org.coverscape.engine.web.WebSettingsFile;

/**
 * The way to all imagery for the life of a program: its one client of the web, and its one cache.
 * Nobody is asked before imagery on the web is read. Thread-safe.
 */
public final class ConnectedImagery implements AutoCloseable {
  private final WebClient client;
  private final WebImagery web;
  private final AnyImagery access;

  /** Opens the way. */
  public ConnectedImagery(WebSettings settings) {
    client = new WebClient(settings);
    web = new WebImagery(client);
    access = AnyImagery.with(web);
  }

  /**
   * Opens the way with the settings of a file, if there is one.
   *
   * @param settings the file, as docs/imagery.md describes it
   * @throws IOException with one plain sentence when it is there and cannot be used
   */
  public static ConnectedImagery open(Optional<Path> settings) throws IOException {
    boolean named = settings.filter(Files::exists).isPresent();
    return new ConnectedImagery(
        named
            ? WebSettingsFile.read(settings.orElseThrow(), System.getenv())
            : WebSettings.DEFAULT);
  }

  /** Images of all forms, from disks and the web. */
  public ImageryAccess access() {
    return access;
  }

  /** The client, for others who ask the web, such as a search for imagery. */
  public WebClient client() {
    return client;
  }

  /** Ends what is under way; images that are open cannot be read any further. */
  @Override
  public void close() {
    web.close();
    client.close();
  }
}
