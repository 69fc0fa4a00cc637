package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.coverscape.engine.catalogue.CatalogueChange;
import org.coverscape.engine.catalogue.CatalogueUpdate;
import org.coverscape.engine.catalogue.FolderWatch;
import org.coverscape.engine.catalogue.GoneFile;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.store.SqliteTileCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts imagery into a catalogue and lists what could not be read. */
@Command(
    name = "index",
    description = "Puts imagery into the catalogue; lists what could not be read, and why.")
final class IndexCommand implements Callable<Integer> {
  private static final int MOST_NOTES = 5;

  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private WebOptions web = new WebOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      converter = LocationConverter.class,
      description = "Folders, files, or addresses (https://…) of images.")
  private List<ImageLocation> paths = new ArrayList<>();

  @Option(
      names = "--catalog",
      paramLabel = "F",
      description = "The catalogue (default: ${DEFAULT-VALUE}).",
      defaultValue = "coverscape-catalog.sqlite")
  private Path catalog = Path.of("coverscape-catalog.sqlite");

  @Option(
      names = "--prune",
      description =
          "Forget images whose files are gone from where others are left; not those of a folder that"
              + " is gone or empty, whose drive may be away.")
  private boolean prune;

  @Option(names = "--watch", description = "Go on, following what changes there, until Ctrl-C.")
  private boolean watch;

  IndexCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    try (WebOptions way = web;
        SqliteTileCatalog store = SqliteTileCatalog.open(catalog)) {
      ImageryAccess access = way.connected().access();
      if (watch) {
        return follow(access, store, reporter);
      }
      begin(access, store, reporter);
      return ExitCode.DONE;
    }
  }

  private CatalogueChange begin(ImageryAccess access, SqliteTileCatalog store, Reporter reporter) {
    CatalogueChange change = CatalogueUpdate.run(access, store, paths, count -> {});
    tell(change, store, reporter);
    if (change.found() == 0) {
      throw new UserException(nothing(change));
    }
    return change;
  }

  private void tell(CatalogueChange change, SqliteTileCatalog store, Reporter reporter) {
    List<ImageryTile> forgotten = prune ? forgettable(change) : List.of();
    store.forget(forgotten.stream().map(ImageryTile::location).toList());
    IndexReport report = new IndexReport(catalog, change, forgotten);
    report.lines().forEach(reporter::line);
    reporter.json(report.json());
    int kept = change.missing().size() - forgotten.size();
    if (prune && kept > 0) {
      reporter.note(
          (kept == 1 ? "1 image was kept" : kept + " images were kept")
              + ", for the drive they lie on may be away: their folders are gone or hold no image"
              + " any more. A new catalogue (--catalog F) leaves them out.");
    }
  }

  /**
   * A place without any image looks like a drive that is away, and so does a folder that is gone or
   * empty: nothing of them is forgotten.
   */
  private List<ImageryTile> forgettable(CatalogueChange change) {
    List<ImageryTile> found = change.tiles();
    List<Path> there =
        folders().stream()
            .filter(place -> found.stream().anyMatch(tile -> tile.location().isIn(place)))
            .toList();
    return change.missing().stream()
        .filter(tile -> there.stream().anyMatch(tile.location()::isIn))
        .filter(tile -> !new GoneFile(tile.location().file().orElseThrow()).mayBeAway())
        .toList();
  }

  private static String nothing(CatalogueChange change) {
    if (!change.missing().isEmpty()) {
      return "The images that were known there are gone; index the folder that holds them now.";
    }
    if (change.refused().isEmpty()) {
      return "No imagery was found there; name GeoTIFF or MRF files, or folders that hold some.";
    }
    IndexOutcome.Refused first = change.refused().get(0);
    return "None of the files could be read; the first reason: "
        + first.location()
        + ": "
        + first.reason();
  }

  /** Until it is stopped; a fault of one round, such as a full disk, ends it. */
  private int follow(ImageryAccess access, SqliteTileCatalog store, Reporter reporter)
      throws IOException {
    BlockingQueue<Boolean> changes = new ArrayBlockingQueue<>(1);
    // before they are looked through, so that nothing is missed that comes meanwhile
    try (FolderWatch watching = FolderWatch.start(folders(), () -> changes.offer(true))) {
      AtomicReference<CatalogueChange> last = new AtomicReference<>(begin(access, store, reporter));
      try (InterruptHook hook = InterruptHook.install(Thread.currentThread()::interrupt)) {
        int folders = watching.folders();
        reporter.note(
            "Watching "
                + folders
                + (folders == 1 ? " folder" : " folders")
                + "; stop with Ctrl-C.");
        tellUnwatched(watching.unwatched(), reporter);
        untilStopped(hook, changes, () -> next(access, store, reporter, last));
        reporter.note("Stopped; the catalogue is up to date.");
      }
    }
    return ExitCode.CANCELLED;
  }

  private static void tellUnwatched(List<Path> folders, Reporter reporter) {
    folders.stream()
        .limit(MOST_NOTES)
        .forEach(
            folder ->
                reporter.note(
                    folder + " cannot be watched; index it again when something changed there."));
    if (folders.size() > MOST_NOTES) {
      reporter.note((folders.size() - MOST_NOTES) + " more folders cannot be watched.");
    }
  }

  /**
   * Says nothing where nothing is new: the catalogue itself may lie in a folder that is watched.
   */
  private void next(
      ImageryAccess access,
      SqliteTileCatalog store,
      Reporter reporter,
      AtomicReference<CatalogueChange> last) {
    CatalogueChange change = CatalogueUpdate.run(access, store, paths, count -> {});
    CatalogueChange before = last.getAndSet(change);
    if (change.found() != before.found()
        || !change.added().isEmpty()
        || !change.changed().isEmpty()
        || !change.moved().isEmpty()
        || !change.missing().equals(before.missing())
        || !change.refused().equals(before.refused())) {
      tell(change, store, reporter);
    }
  }

  private List<Path> folders() {
    return paths.stream().map(ImageLocation::file).flatMap(Optional::stream).toList();
  }

  private static void untilStopped(
      InterruptHook hook, BlockingQueue<Boolean> changes, Runnable update) {
    try {
      while (!hook.fired()) {
        if (changes.take()) {
          update.run();
        }
      }
    } catch (InterruptedException | CancellationException e) {
      Thread.currentThread().interrupt(); // it was asked to stop
    }
  }
}
