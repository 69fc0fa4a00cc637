package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.catalogue.CatalogueSearch;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.stac.StacCatalog;
import org.coverscape.engine.stac.StacSource;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a job's imagery comes from. */
final class ImageryOptions implements AutoCloseable {
  /** What verbs that look into catalogues on the web take, too. */
  static final String OR_STAC = ", or --stac URL";

  /** Where verbs keep imagery that is found, unless they are told. */
  static final Path USUAL_CATALOG = Path.of("coverscape-catalog.sqlite");

  @Option(
      names = "--imagery",
      arity = "1..*",
      paramLabel = "PATH",
      converter = LocationConverter.class,
      description =
          "Imagery: GeoTIFF or MRF files, folders of them, or addresses (https://…) of some.")
  List<ImageLocation> imagery = new ArrayList<>();

  @Option(
      names = "--catalog",
      paramLabel = "F",
      description = "A catalogue made by 'coverscape index' or 'coverscape search'.")
  @Nullable Path catalog;

  @Mixin private WebOptions web = new WebOptions();

  /** Opens the images, until {@link #close}. */
  ImageryAccess access() {
    return web.connected().access();
  }

  @Override
  public void close() {
    web.close();
  }

  /**
   * Opens the catalogue, or reads the named imagery into one in memory.
   *
   * @throws UserException when neither was named, or nothing in it can be read
   */
  SqliteTileCatalog open(Reporter reporter) {
    return open(reporter, "");
  }

  /**
   * The same for a verb that finds imagery elsewhere too.
   *
   * @param elsewhere that option, as it ends the list of the others
   */
  SqliteTileCatalog open(Reporter reporter, String elsewhere) {
    Path file = catalog;
    if (file != null && !imagery.isEmpty()) {
      throw new UserException("Give either --imagery or --catalog, not both.");
    }
    if (file != null) {
      if (!file.toFile().isFile()) {
        throw new UserException(
            "There is no catalogue "
                + file
                + "; make it with 'coverscape index PATH --catalog F'.");
      }
      return SqliteTileCatalog.open(file);
    }
    if (imagery.isEmpty()) {
      throw new UserException(
          "No imagery was named; add --imagery PATH or --catalog F" + elsewhere + ".");
    }
    return read(reporter);
  }

  /** How catalogues are asked. */
  StacCatalog catalogues() {
    return web.catalogues();
  }

  /**
   * Looks for imagery in a STAC catalogue; keeps it in the named catalogue, or else in memory.
   *
   * @throws UserException when nothing can be found
   */
  SqliteTileCatalog find(
      StacSource source, Region region, List<Integer> years, boolean anyGsd, Reporter reporter)
      throws IOException {
    if (!imagery.isEmpty()) {
      throw new UserException("Give either --imagery or --stac, not both.");
    }
    SqliteTileCatalog found =
        catalog == null ? SqliteTileCatalog.inMemory() : SqliteTileCatalog.open(catalog);
    try {
      StacFinder finder = new StacFinder(catalogues(), reporter);
      StacFinder.tell(
          reporter,
          finder
              .find(new CatalogueSearch.Question(source, region, years, anyGsd), found)
              .refused());
      return found;
    } catch (IOException | RuntimeException e) {
      found.close();
      throw e;
    }
  }

  private SqliteTileCatalog read(Reporter reporter) {
    SqliteTileCatalog tiles = SqliteTileCatalog.inMemory();
    List<IndexOutcome.Refused> refused = new ArrayList<>();
    new ImageryIndexer(access())
        .indexAll(
            imagery,
            outcome -> {
              if (outcome instanceof IndexOutcome.Indexed indexed) {
                tiles.put(indexed.tile());
              } else if (outcome instanceof IndexOutcome.Refused r) {
                refused.add(r);
              }
            });
    if (tiles.all().isEmpty()) {
      tiles.close();
      throw new UserException(nothing(refused));
    }
    refused.forEach(r -> reporter.note("Left out " + r.location() + ": " + r.reason()));
    return tiles;
  }

  private static String nothing(List<IndexOutcome.Refused> refused) {
    if (refused.isEmpty()) {
      return "No imagery was found there; name GeoTIFF or MRF files, or folders that hold some.";
    }
    IndexOutcome.Refused first = refused.get(0);
    String others = refused.size() > 1 ? " (" + (refused.size() - 1) + " more like it.)" : "";
    return "No imagery can be read: " + first.location() + ": " + first.reason() + others;
  }
}
