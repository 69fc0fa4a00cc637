package org.coverscape.app.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import org.coverscape.app.files.SettingsFile;
import org.coverscape.app.run.RunSession;
import org.coverscape.app.service.EmbeddedHost;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.CrankedScreen;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.Scene;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.access.ConnectedImagery;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.project.ProjectRegion;
import org.coverscape.engine.project.ProjectView;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.stac.StacCatalog;
import org.coverscape.engine.stac.WebTransport;
import org.coverscape.engine.web.WebSettings;
import org.coverscape.map.MapPoint;
import org.coverscape.map.draw.SketchPad;
import org.coverscape.map.vector.VectorLayer;
import org.coverscape.service.ScoringServer;
import org.coverscape.service.ServerConfig;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * All view models of a window and what joins them, without the window: the screen's thread is the
 * test's own. The built-in service is never started; scoring is done by a {@link FakeModel}.
 */
final class Office implements AutoCloseable {
  static final int CHIPS = 5;

  /** Red of the chips of the ground, as on a chessboard. */
  static final int EVEN = 1;

  static final int ODD = 3;

  final CrankedScreen screen = new CrankedScreen();
  final Background background = new Background(screen);
  final Said notices = new Said();
  final SketchPad pad = new SketchPad();
  final ObjectProperty<Optional<ProjectView>> camera = new SimpleObjectProperty<>(Optional.empty());
  final RegionModel region = new RegionModel(pad, background);
  final ConnectedImagery web = new ConnectedImagery(WebSettings.DEFAULT);
  final ImageryModel imagery = new ImageryModel(web.access(), background, notices);
  final SearchModel search;
  final ServicesModel services;
  final RunModel run;
  final ColourModel colours = new ColourModel();
  final OverlayModel overlay = new OverlayModel();
  final DisplayModel display = new DisplayModel();
  final LegendModel legend = new LegendModel();
  final LayersModel layers = new LayersModel(FXCollections.observableArrayList());
  final ReadingModel reading;
  final ExportModel export;
  final FilesModel files;
  final SettingsModel settings;
  final ProjectModel project;
  final FakeModel model = new FakeModel();
  private final Path folder;
  private long seconds = 1_700_000_000;
  private @Nullable ScoringServer server;

  Office(Path folder) {
    this.folder = folder;
    EmbeddedHost host = new EmbeddedHost();
    host.close();
    services = new ServicesModel(background, host);
    search =
        new SearchModel(
            imagery,
            region::region,
            new OnlineImagery(
                new StacCatalog(new WebTransport(web.client()), web.access()),
                web.access(),
                folder.resolve("found-imagery.sqlite")),
            background);
    run =
        new RunModel(
            background,
            services,
            imagery.access(),
            screen,
            () -> MapPoint.ofDegrees(-98.95, 39.92));
    reading = new ReadingModel(run, imagery, background, notices);
    export = new ExportModel(run, colours, background);
    files = new FilesModel(imagery, background, notices);
    SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
    settings = new SettingsModel(file.read(), file, background);
    layers.add(LayerEntry.fixed("imagery", new VectorLayer("Imagery")));
    layers.add(LayerEntry.fixed("cells", new VectorLayer("Land cover")));
    ProjectParts parts =
        new ProjectParts(
            region, imagery, search, services, colours, overlay, display, layers, camera,
            box -> {});
    project =
        new ProjectModel(
            parts,
            run,
            settings,
            notices,
            background,
            () -> Instant.ofEpochSecond(seconds++),
            folder.resolve("projects"));
    region
        .regionProperty()
        .addListener(
            (o, was, is) -> {
              imagery.cover(is);
              project.save();
            });
    imagery.planProperty().addListener((o, was, is) -> run.plan(is));
    run.areasProperty().addListener((o, was, is) -> legend.show(is));
  }

  void until(String what, BooleanSupplier holds) throws InterruptedException {
    try {
      screen.until(what, holds);
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage()
              + "; run "
              + run.state()
              + " "
              + run.problemProperty().get()
              + ", "
              + run.progressProperty().get()
              + ", "
              + services.inUse().get(0).healthProperty().get()
              + ", warned "
              + notices.warned,
          e);
    }
  }

  /** Starts the service and names it; its address. */
  String serve() throws Exception {
    return serve(0);
  }

  String serve(int port) throws Exception {
    ScoringServer started = ScoringServer.start(ServerConfig.loopback(port), model);
    server = started;
    String address = "127.0.0.1:" + started.port();
    if (!services.named().contains(address)) {
      services.add(address);
    }
    return address;
  }

  void stopServing() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** Five by four chips of imagery of a year. */
  Path image(String quarter, int year) throws Exception {
    return Scene.utm(
            Scene.naipName("3909801", quarter, 14, java.time.LocalDate.of(year, 6, 15)),
            TiffFixtures.ZONE,
            TiffFixtures.WEST,
            TiffFixtures.NORTH,
            1,
            CHIPS * 224,
            4 * 224,
            Ground.checks(224, EVEN << 16 | 0x0203, ODD << 16 | 0x0201))
        .writeTo(folder);
  }

  /** So many columns of four cells, from the west edge of the image. */
  static Region ground(int columns) {
    double west = TiffFixtures.WEST;
    double north = TiffFixtures.NORTH;
    return new Region(
        new GeometryFactory()
            .toGeometry(new Envelope(west + 1, west + columns * 224 - 1, north - 895, north - 1)),
        TiffFixtures.ZONE.crs());
  }

  Project content(String name, int columns, Path... images) {
    return new Project(
        name,
        List.of(new ProjectRegion("Field", ground(columns))),
        List.of(),
        List.of(images),
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  /** A project with a region of so many columns under imagery, ready to run. */
  Path ready(int columns) throws Exception {
    Path file = folder.resolve("Field.coverscape");
    project.create(file, content("Field", columns, image("ne", 2021)));
    until("the project is open", () -> file.equals(project.fileProperty().get()));
    until("the imagery is read", () -> !project.openingProperty().get());
    serve();
    until("a run can begin", run::canStart);
    return file;
  }

  /** Runs to the end. */
  void score() throws InterruptedException {
    run.start(project.nextJobFolder());
    until("it ends", () -> !run.state().isActive());
  }

  /** What the window does when it is closed. */
  void leave() throws InterruptedException {
    Optional<RunSession> session = run.session();
    session.ifPresent(RunSession::cancel);
    model.open();
    if (session.isPresent()) {
      session.get().awaitEnd();
    }
    project.close();
    settings.close();
  }

  @Override
  public void close() {
    model.open();
    run.session().ifPresent(RunSession::cancel);
    stopServing();
    background.close();
    imagery.close();
    web.close();
  }
}
