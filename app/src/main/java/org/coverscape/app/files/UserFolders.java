package org.coverscape.app.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the application keeps what is its user's: projects, sample, settings and log in {@code
 * data}, what can be made again in {@code cache}.
 *
 * <p>The places are those of the XDG base directory specification, or what macOS and Windows use
 * instead; the variable {@code COVERSCAPE_HOME}, or the system property {@code coverscape.home},
 * names one folder for all of it.
 *
 * @param data the folder for what must last
 * @param cache the folder for what may be deleted at any time
 */
public record UserFolders(Path data, Path cache) {
  private static final String HOME = "COVERSCAPE_HOME";
  private static final String NAME = "coverscape";

  /** The folders of the user who runs this program. */
  public static UserFolders standard() {
    String home = System.getProperty("coverscape.home");
    Map<String, String> environment = home == null ? System.getenv() : Map.of(HOME, home);
    return of(environment, System.getProperty("os.name", ""), System.getProperty("user.home", "."));
  }

  static UserFolders of(Map<String, String> environment, String system, String home) {
    String own = environment.get(HOME);
    if (own != null && !own.isBlank()) {
      Path folder = Path.of(own);
      return new UserFolders(folder, folder.resolve("cache"));
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      Path library = Path.of(home, "Library");
      return new UserFolders(
          library.resolve("Application Support").resolve("Coverscape"),
          library.resolve("Caches").resolve("Coverscape"));
    }
    String local = environment.get("LOCALAPPDATA");
    if (name.contains("win") && local != null) {
      Path folder = Path.of(local, "Coverscape");
      return new UserFolders(folder, folder.resolve("cache"));
    }
    return new UserFolders(
        xdg(environment.get("XDG_DATA_HOME"), Path.of(home, ".local", "share")),
        xdg(environment.get("XDG_CACHE_HOME"), Path.of(home, ".cache")));
  }

  /** Relative paths in the variables are to be ignored, says the specification. */
  private static Path xdg(@Nullable String value, Path otherwise) {
    boolean usable = value != null && Path.of(value).isAbsolute();
    return (usable ? Path.of(value) : otherwise).resolve(NAME);
  }

  /** The folder of the synthetic sample. */
  public Path sample() {
    return data.resolve("sample");
  }

  /** The folder that new projects are put into. */
  public Path projects() {
    return data.resolve("projects");
  }

  /** The file of the settings. */
  public Path settings() {
    return data.resolve("settings.json");
  }

  /** The file that says how hosts of imagery on the web are reached; it may be absent. */
  public Path webSettings() {
    return data.resolve("web.json");
  }

  /** The catalogue of all imagery that was ever found online. */
  public Path foundImagery() {
    return data.resolve("found-imagery.sqlite");
  }

  /** The folder of rendered imagery. */
  public Path pictures() {
    return cache.resolve("pictures");
  }

  /** The folder of tiles of base maps. */
  public Path baseMaps() {
    return cache.resolve("base-maps");
  }
}
