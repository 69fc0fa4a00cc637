package org.coverscape.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.coverscape.app.files.SettingsFile;
import org.coverscape.app.files.UserFolders;
import org.coverscape.app.geo.MapPlace;
import org.coverscape.app.model.ColourModel;
import org.coverscape.app.model.DisplayModel;
import org.coverscape.app.model.ExportModel;
import org.coverscape.app.model.Figures;
import org.coverscape.app.model.FilesModel;
import org.coverscape.app.model.ImageryModel;
import org.coverscape.app.model.LayersModel;
import org.coverscape.app.model.LegendModel;
import org.coverscape.app.model.MeasureModel;
import org.coverscape.app.model.Models;
import org.coverscape.app.model.OnlineImagery;
import org.coverscape.app.model.OverlayModel;
import org.coverscape.app.model.PlaceText;
import org.coverscape.app.model.ProjectModel;
import org.coverscape.app.model.ProjectParts;
import org.coverscape.app.model.ReadingModel;
import org.coverscape.app.model.RegionModel;
import org.coverscape.app.model.RunModel;
import org.coverscape.app.model.SearchModel;
import org.coverscape.app.model.ServicesModel;
import org.coverscape.app.model.SettingsModel;
import org.coverscape.app.run.RunSession;
import org.coverscape.app.service.EmbeddedHost;
import org.coverscape.app.view.CellsOnMap;
import org.coverscape.app.view.ImageryOnMap;
import org.coverscape.app.view.MainWindow;
import org.coverscape.app.view.MapCamera;
import org.coverscape.app.view.MapStage;
import org.coverscape.app.view.NoticeBar;
import org.coverscape.app.view.OutlinesOnMap;
import org.coverscape.app.view.StatesOnMap;
import org.coverscape.app.view.WebBaseMap;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.FxThread;
import org.coverscape.engine.imagery.access.ConnectedImagery;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.project.ProjectRegion;
import org.coverscape.engine.sample.SampleArea;
import org.coverscape.engine.stac.StacCatalog;
import org.coverscape.engine.stac.WebTransport;
import org.coverscape.engine.web.WebSettings;
import org.coverscape.map.MapBox;
import org.coverscape.map.draw.SketchPad;

/**
 * The composition root: makes the parts of one window and joins them. Used on the screen's thread.
 */
final class Desk {
  private static final Logger LOG = Logger.getLogger(Desk.class.getName());
  private static final String SAMPLE = "Sample";

  private final UserFolders folders;
  private final Executor screen = new FxThread();
  private final Background background = new Background(screen);
  private final Background network = new Background(screen);
  private final EmbeddedHost host = new EmbeddedHost();
  private final NoticeBar notices = new NoticeBar();
  private final MapStage stage;
  private final Models models;
  private final PlaceText place;
  private final ImageryOnMap imageryOnMap;
  private final WebBaseMap baseMap;
  private final ConnectedImagery web;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Coverscape");
  private boolean asked;

  Desk(UserFolders folders) {
    this.folders = folders;
    SettingsFile settingsFile = new SettingsFile(folders.settings());
    SettingsModel settings = new SettingsModel(settingsFile.read(), settingsFile, background);
    SketchPad pad = new SketchPad();
    stage = new MapStage(pad);
    RegionModel region = new RegionModel(pad, background);
    web = connect(folders, notices);
    ImageryModel imagery = new ImageryModel(web.access(), background, notices);
    SearchModel search =
        new SearchModel(
            imagery,
            region::region,
            new OnlineImagery(
                new StacCatalog(new WebTransport(web.client()), web.access()),
                web.access(),
                folders.foundImagery()),
            network);
    DisplayModel display = new DisplayModel();
    ServicesModel services = new ServicesModel(network, host);
    RunModel run =
        new RunModel(
            background, services, imagery.access(), screen, () -> stage.map().viewport().centre());
    ColourModel colours = new ColourModel();
    OverlayModel overlay = new OverlayModel();
    LayersModel layers = new LayersModel(stage.map().layers());
    MapCamera camera = new MapCamera(stage.map());
    ProjectParts parts =
        new ProjectParts(
            region,
            imagery,
            search,
            services,
            colours,
            overlay,
            display,
            layers,
            camera.viewProperty(),
            this::showBox);
    models =
        new Models(
            settings,
            region,
            imagery,
            search,
            display,
            services,
            run,
            new LegendModel(),
            colours,
            overlay,
            new ReadingModel(run, imagery, background, notices),
            layers,
            new ExportModel(run, colours, background),
            new FilesModel(imagery, background, notices),
            new ProjectModel(
                parts,
                run,
                settings,
                notices,
                background,
                InstantSource.system(),
                folders.projects()));
    place = new PlaceText(settings, background);
    stage.register(layers);
    new CellsOnMap(run, colours, overlay, stage.cells()).join();
    new OutlinesOnMap(imagery, background, stage.footprints(), stage.gaps()).join();
    imageryOnMap =
        new ImageryOnMap(
            imagery, display, folders.pictures(), background, stage.imagery(), stage.lensTiles());
    run.jobProperty().addListener((o, was, is) -> stage.sketch().filledProperty().set(is == null));
    layers.keepAsDefaults();
    follow(settings, colours);
    camera.join();
    baseMap = new WebBaseMap(settings, folders.baseMaps(), background, notices, stage);
    baseMap.join();
    stage.setFaultHandler(notices::warn);
  }

  /** Settings that cannot be used are told, and imagery that needs no key is read without them. */
  private static ConnectedImagery connect(UserFolders folders, NoticeBar notices) {
    try {
      return ConnectedImagery.open(Optional.of(folders.webSettings()));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the web settings cannot be used", e);
      notices.warn(String.valueOf(e.getMessage()));
      return new ConnectedImagery(WebSettings.DEFAULT);
    }
  }

  private void follow(SettingsModel settings, ColourModel colours) {
    colours.useColourBlindSafe(settings.get().colourBlindSafe());
    settings
        .settingsProperty()
        .addListener((o, was, is) -> colours.useColourBlindSafe(is.colourBlindSafe()));
    stage.dress(settings.get().dark());
    settings.settingsProperty().addListener((o, was, is) -> stage.dress(is.dark()));
    title.bind(
        models
            .project()
            .nameProperty()
            .map(name -> name.isEmpty() ? "Coverscape" : name + " – Coverscape"));
    models.run().setOnRate(rate -> settings.change(s -> s.withChipsPerSecond(rate)));
  }

  MainWindow window(MainWindow.Surroundings surroundings) {
    return new MainWindow(
        models,
        stage,
        notices,
        imageryOnMap,
        place,
        new MeasureModel(background),
        background,
        surroundings);
  }

  Models models() {
    return models;
  }

  SettingsModel settings() {
    return models.settings();
  }

  UserFolders folders() {
    return folders;
  }

  ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /** Begins what takes time: coordinates, outlines of the states, and after them the services. */
  void begin() {
    // the map comes first: on few cores, starting a service would hold it up
    models
        .project()
        .openingProperty()
        .addListener(
            (o, was, is) -> {
              if (!is) {
                models.services().check();
              }
            });
    background.run(
        () -> {
          // both take their time when they are first used
          String warm = Figures.hectares(1);
          return MapPlace.screen().to(SampleArea.region().zone().crs()).hashCode() + warm.length();
        },
        ready -> {},
        notices::warn);
    background.run(StatesOnMap::shapes, shapes -> stage.states().setShapes(shapes), notices::warn);
  }

  /** Runs an action when what the screen's thread has to do now is done. */
  void whenSettled(Runnable action) {
    background.run(() -> true, done -> action.run(), sentence -> {});
  }

  /** Opens the project of the sample, which is made when it is missing. */
  void openSample() {
    Path file = folders.projects().resolve(SAMPLE + ProjectModel.ENDING);
    models.imagery().activityProperty().set("Painting the synthetic sample, once …");
    background.run(
        () -> {
          Path image = SampleArea.ensure(folders.sample());
          return Files.exists(file) ? Optional.<Project>empty() : Optional.of(sample(image));
        },
        missing -> {
          models.imagery().activityProperty().set("");
          missing.ifPresentOrElse(
              project -> models.project().create(file, project), () -> models.project().open(file));
        },
        sentence -> {
          models.imagery().activityProperty().set("");
          models.services().check();
          notices.warn(sentence);
        });
  }

  /** Not for the screen's thread: a region looks at its outline. */
  private static Project sample(Path image) {
    return new Project(
        SAMPLE,
        List.of(new ProjectRegion("Sample region", SampleArea.region())),
        List.of(),
        List.of(image),
        List.of(),
        List.of(),
        Map.of(),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  private void showBox(MapBox box) {
    stage.map().show(box.grown(1.2), false);
  }

  void findPlace(String name, Consumer<Optional<MapBox>> found) {
    background.run(() -> StatesOnMap.find(name), found, notices::warn);
  }

  void showBaseMap(String address, String credit) {
    baseMap.show(address, credit);
  }

  /** Ends the run, saves, and closes everything. The window is gone by then. */
  void close() throws InterruptedException {
    Optional<RunSession> session = models.run().session();
    session.ifPresent(RunSession::cancel);
    if (session.isPresent()) {
      session.get().awaitEnd();
    }
    List.<Runnable>of(
            models.project()::close,
            models.settings()::close,
            web::close,
            background::close,
            network::close,
            imageryOnMap::close,
            stage.map()::close,
            host::close,
            models.imagery()::close)
        .forEach(Desk::quietly);
  }

  /** One part that does not end in order must not keep the others open. */
  private static void quietly(Runnable close) {
    try {
      close.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a part of the window did not end in order", e);
    }
  }

  /**
   * Saves before the window closes.
   *
   * @return whether it may close now; if not, it is closed once the project is saved, and stays
   *     open, saying why, where that fails: then it may close at the second try
   */
  boolean mayClose(Runnable close) {
    if (asked) {
      return true;
    }
    asked = true;
    models.project().saveThen(close);
    return false;
  }
}
