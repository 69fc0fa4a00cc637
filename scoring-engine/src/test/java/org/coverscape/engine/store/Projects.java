package org.coverscape.engine.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.project.ProjectJob;
import org.coverscape.engine.project.ProjectLayer;
import org.coverscape.engine.project.ProjectRegion;
import org.coverscape.engine.project.ProjectView;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Projects by chance. */
final class Projects {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final String[] TEXTS = {
    "Prärie", "", "a'b\"c", "地図 7", "line\nbreak", "100 %", "; DROP TABLE project; --", "ä/ö"
  };

  private final Random random;
  private final Path folder;

  private Projects(Random random, Path folder) {
    this.random = random;
    this.folder = folder;
  }

  /** A project in a folder, with paths inside and outside of it. */
  static Project random(long seed, Path folder) {
    return new Projects(new Random(seed), folder).project();
  }

  /** A large project that is told from others by its name. */
  static Project large(String name, Path folder) {
    Project any = random(7, folder);
    List<ProjectRegion> regions = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      regions.add(new ProjectRegion(name, Region.ofDegrees(-100, 30, -99 + i / 1e4, 31)));
    }
    return new Project(
        name,
        regions,
        any.jobs(),
        any.imagery(),
        any.found(),
        any.layers(),
        any.colours(),
        any.view(),
        any.services(),
        Map.of("name", name));
  }

  private Project project() {
    Map<LandCoverClass, String> colours = new EnumMap<>(LandCoverClass.class);
    LandCoverClass.ALL.stream()
        .filter(c -> random.nextBoolean())
        .forEach(c -> colours.put(c, String.format("#%06x", random.nextInt(1 << 24))));
    Map<String, String> settings = new LinkedHashMap<>();
    some(this::text).forEach(name -> settings.put(name, text()));
    return new Project(
        text(),
        some(() -> new ProjectRegion(text(), region())),
        some(
            () ->
                new ProjectJob(
                    path(), text(), Instant.ofEpochMilli(random.nextLong() >> 16), text())),
        some(this::path),
        found(),
        some(this::layer),
        colours,
        random.nextBoolean() ? Optional.of(view()) : Optional.empty(),
        some(this::text),
        settings);
  }

  private <T> List<T> some(Supplier<T> one) {
    List<T> some = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      some.add(one.get());
    }
    return some;
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private Path path() {
    Path at = random.nextBoolean() ? folder : folder.resolveSibling("elsewhere");
    return switch (random.nextInt(3)) {
      case 0 -> at;
      case 1 -> at.resolve("job ü 1");
      default -> at.resolve("deep").resolve("m_3911.tif");
    };
  }

  private List<ImageryTile> found() {
    List<ImageryTile> found = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      ImageryTile tile =
          Tiles.tile(
              "m_" + i,
              Optional.empty(),
              GEOMETRY.toGeometry(new Envelope(-100 - random.nextDouble(), -99, 30, 31)));
      found.add(
          new ImageryTile(
              tile.id(),
              random.nextBoolean()
                  ? ImageLocation.parse("https://example.org/a b/" + i + ".tif")
                  : ImageLocation.of(path().resolve(i + ".tif").toAbsolutePath().normalize()),
              tile.crs(),
              tile.grid(),
              tile.width(),
              tile.height(),
              tile.bands(),
              tile.gsd(),
              tile.date(),
              tile.noData(),
              tile.footprint(),
              tile.fingerprint(),
              tile.synthetic()));
    }
    return found;
  }

  private ProjectLayer layer() {
    return new ProjectLayer(
        text(),
        "imagery",
        random.nextBoolean() ? Optional.of(path()) : Optional.empty(),
        random.nextBoolean(),
        random.nextDouble());
  }

  private ProjectView view() {
    return new ProjectView(
        360 * random.nextDouble() - 180, 170 * random.nextDouble() - 85, 1e4 * random.nextDouble());
  }

  private Region region() {
    double x = 500_000 + 1e5 * random.nextDouble();
    Geometry outer = GEOMETRY.toGeometry(new Envelope(x, x + 900, 4e6, 4e6 + 700 + x / 7));
    Geometry inner = GEOMETRY.toGeometry(new Envelope(x + 90, x + 91.5, 4e6 + 5, 4e6 + 6));
    Geometry other = GEOMETRY.toGeometry(new Envelope(x + 2e3, x + 3e3, 4e6, 4e6 + 1));
    Geometry ground = outer.difference(inner);
    return new Region(random.nextBoolean() ? ground : ground.union(other), Crs.parse("EPSG:26911"));
  }
}
