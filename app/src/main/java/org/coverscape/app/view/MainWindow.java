package org.coverscape.app.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.coverscape.app.geo.FeatureShape;
import org.coverscape.app.model.FilesModel;
import org.coverscape.app.model.MeasureModel;
import org.coverscape.app.model.Models;
import org.coverscape.app.model.PatchModel;
import org.coverscape.app.model.PlaceText;
import org.coverscape.app.model.RunState;
import org.coverscape.app.overlay.OverlayView;
import org.coverscape.app.work.Background;
import org.coverscape.engine.region.Region;
import org.coverscape.map.GroundClick;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPane;
import org.coverscape.map.draw.SketchPad;
import org.coverscape.map.vector.MapShape;

/** The window: puts its parts together and lets them act on each other. On the screen's thread. */
public final class MainWindow {
  private static final Duration SAVE_EVERY = Duration.seconds(20);

  /** What the window needs of the program around it. */
  public interface Surroundings {
    /** Opens the bundled sample. */
    void openSample();

    /** The rectangle of the map that holds a place by its name. */
    void findPlace(String name, Consumer<Optional<MapBox>> found);

    /** The folder that new projects are put into. */
    Path projects();

    /** Shows a base map by its address. */
    void showBaseMap(String address, String credit);
  }

  private final Models models;
  private final Surroundings surroundings;
  private final NoticeBar notices;
  private final ImageryOnMap imagery;
  private final MapStage stage;
  private final MapPane map;
  private final BorderPane root = new BorderPane();
  private final FileDialogs dialogs = new FileDialogs(root);
  private final FileLayers layers;
  private final ShortcutSheet shortcuts = new ShortcutSheet();
  private final TopBar topBar;
  private final ToolRail rail;
  private final RunSection run;
  private final ExportPanel export;
  private final Pop exportPanel;
  private final Pops pops = new Pops();
  private final AddImagery adding;
  private final ResultSection result;
  private final StatusStrip status;
  private final PatchModel patches;
  private final Tour tour;
  private final Timeline saver;
  private final ImageryFaults faults;
  private final KeyMap keyMap = new KeyMap();

  /** Puts the window together. */
  public MainWindow(
      Models models,
      MapStage stage,
      NoticeBar notices,
      ImageryOnMap imagery,
      PlaceText place,
      MeasureModel measure,
      Background background,
      Surroundings surroundings) {
    this.models = models;
    this.stage = stage;
    this.notices = notices;
    this.imagery = imagery;
    this.surroundings = surroundings;
    map = stage.map();
    layers = new FileLayers(models, map, dialogs, background, notices);
    patches = new PatchModel(models.run(), background, notices, this::showPatch);
    ProjectMenu projectMenu =
        new ProjectMenu(
            models.project(), models.settings(), surroundings.projects(), surroundings::openSample);
    tour =
        new Tour(
            WelcomeTour.steps(root), pops, () -> models.settings().change(s -> s.withTourSeen()));
    BarActions bar =
        new BarActions(models, surroundings, map, notices, pops, shortcuts, tour, root);
    topBar = new TopBar(projectMenu, models.services(), models.settings(), pops, bar);
    rail = new ToolRail(map, DrawingTools.of(models.region().pad(), measure, notices));
    run = new RunSection(models);
    export = new ExportPanel(models.export());
    exportPanel = pops.over(export);
    adding = new AddImagery(models, dialogs, pops, root, notices);
    result = new ResultSection(models, this::showExport);
    status = new StatusStrip(models, place, map);
    layOut();
    join(place);
    keys();
    saver = new Timeline(new KeyFrame(SAVE_EVERY, event -> everyNowAndThen()));
    saver.setCycleCount(Animation.INDEFINITE);
    saver.play();
    faults = new ImageryFaults(imagery, notices);
  }

  private void layOut() {
    stage.overlay(notices, Pos.TOP_CENTER);
    stage.overlay(new HoverCard(models.reading()), Pos.BOTTOM_LEFT);
    stage.overlay(new ChipCard(models.reading()), Pos.TOP_LEFT);
    stage.overlay(
        new EmptyCard(models, adding::addFiles, adding::findOnline, surroundings::openSample),
        Pos.CENTER);
    stage.overlay(shortcuts, Pos.CENTER);
    VBox sections =
        new VBox(
            new RegionSection(models.region(), this::openRegion, this::showRegion),
            new ImagerySection(models.imagery(), models.search(), adding),
            run,
            result,
            new LayersSection(models.layers(), models.display(), layers::ask));
    ScrollPane side = new ScrollPane(sections);
    side.setId("side-panel");
    side.getStyleClass().addAll("side-panel", "edge-to-edge");
    side.setFitToWidth(true);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setId("window");
    root.setTop(topBar);
    root.setLeft(rail);
    root.setCenter(stage);
    root.setRight(side);
    root.setBottom(status);
  }

  /** The window's content. */
  public Scene scene() {
    Scene scene = new Scene(new StackPane(root, pops));
    keyMap.install(scene);
    scene.addEventHandler(DragEvent.DRAG_OVER, this::dragged);
    scene.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    return scene;
  }

  private void keys() {
    for (ToolRail.Tool tool : ToolRail.Tool.values()) {
      keyMap.on(tool.key(), () -> rail.choose(tool));
    }
    SketchPad pad = models.region().pad();
    keyMap
        .on(KeyCode.Z, pad::undo, KeyCombination.SHORTCUT_DOWN)
        .on(KeyCode.Y, pad::redo, KeyCombination.SHORTCUT_DOWN)
        .on(KeyCode.Z, pad::redo, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
        .on(KeyCode.I, adding::findOnline)
        .on(KeyCode.R, run::start)
        .on(KeyCode.R, run::pauseOrProceed, KeyCombination.SHIFT_DOWN)
        .on(KeyCode.A, models.overlay()::fainter)
        .on(KeyCode.S, models.overlay()::toggle)
        .on(KeyCode.D, models.overlay()::stronger)
        .on(KeyCode.F, this::showRegion)
        .on(KeyCode.N, () -> patches.step(1))
        .on(KeyCode.P, () -> patches.step(-1))
        .on(KeyCode.DIGIT1, () -> models.overlay().viewProperty().set(OverlayView.CLASSES))
        .on(KeyCode.DIGIT2, () -> models.overlay().viewProperty().set(OverlayView.CONFIDENCE))
        .on(KeyCode.DIGIT3, () -> models.overlay().viewProperty().set(OverlayView.STATUS))
        .on(KeyCode.C, models.run()::goOn)
        .on(KeyCode.X, models.run()::cancel)
        .on(KeyCode.V, topBar::toggleServices)
        .on(KeyCode.S, models.project()::save, KeyCombination.SHORTCUT_DOWN)
        .on(KeyCode.O, this::openAny, KeyCombination.SHORTCUT_DOWN)
        .on(KeyCode.E, this::showExport, KeyCombination.SHORTCUT_DOWN)
        .on(KeyCode.F, topBar::focusSearch, KeyCombination.SHORTCUT_DOWN)
        .on(KeyCode.F1, shortcuts::toggle)
        .on(KeyCode.ESCAPE, this::escape)
        .whileHeld(
            KeyCode.L,
            () -> {
              imagery.showOtherBands();
              stage.lens().setActive(true);
            },
            () -> stage.lens().setActive(false))
        .whileHeld(KeyCode.K, this::showOtherYear, () -> stage.lens().setActive(false));
  }

  private void everyNowAndThen() {
    models.project().save();
    imagery.retry();
    layers.tellFaults();
    if (!models.run().state().isActive() && !models.project().openingProperty().get()) {
      models.services().check();
    }
  }

  private void showOtherYear() {
    imagery
        .showOtherYear()
        .ifPresentOrElse(
            year -> stage.lens().setActive(true),
            () -> notices.say("The imagery of this project is all of one year."));
  }

  private void join(PlaceText place) {
    map.pointerProperty()
        .addListener(
            (o, was, is) -> {
              place.show(is);
              models.reading().hover(is);
            });
    map.setOnGroundClicked(this::clicked);
    models
        .region()
        .regionProperty()
        .addListener(
            (o, was, is) -> {
              models.imagery().cover(is);
              place.showProject(is);
              models.project().save();
            });
    models.imagery().planProperty().addListener((o, was, is) -> models.run().plan(is));
    models
        .run()
        .stateProperty()
        .addListener(
            (o, was, is) -> {
              if (is == RunState.STARTING) {
                // what was offered before is taken up, or out of date
                notices.hide();
              }
            });
    models.run().areasProperty().addListener((o, was, is) -> models.legend().show(is));
    models.run().jobProperty().addListener((o, was, is) -> models.reading().close());
    models.files().setOnFeatures(this::addFeatures);
    models.files().setOnImagery(box -> map.show(box.grown(1.2), true));
    models.search().setOnImage(models.files()::show);
    models.files().setOnProject(models.project()::open);
    models
        .reading()
        .inspectionProperty()
        .addListener(
            (o, was, is) ->
                stage
                    .marker()
                    .setShapes(
                        is == null
                            ? List.of()
                            : List.of(new MapShape("chip", List.of(ring(is.support())), false))));
  }

  private static double[] ring(MapBox box) {
    return new double[] {
      box.minX(),
      box.minY(),
      box.maxX(),
      box.minY(),
      box.maxX(),
      box.maxY(),
      box.minX(),
      box.maxY(),
      box.minX(),
      box.minY()
    };
  }

  private void clicked(GroundClick click) {
    Optional<MapStage.FeatureHit> hit = MapStage.featureAt(models.layers(), click);
    Optional<FeatureShape> feature = hit.flatMap(layers::feature);
    if (feature.isPresent()) {
      offerFeature(feature.get());
    } else if (click.clicks() == 1) {
      models.reading().inspect(click.ground());
    }
  }

  private void offerFeature(FeatureShape feature) {
    notices.offer(
        feature.title() + "\n" + feature.summary(),
        "Use as region",
        () -> models.files().use(feature, this::useRegion));
  }

  private void useRegion(Region region, String name) {
    models.region().use(region, name, box -> map.show(box.grown(1.3), true));
  }

  private void addFeatures(FilesModel.Features read) {
    if (read.shapes().size() == 1) {
      models.files().use(read.shapes().get(0), this::useRegion);
      return;
    }
    layers.add(read);
    notices.offer(
        read.file().getFileName()
            + " holds "
            + read.shapes().size()
            + " features. Click one on the map to use it as region.",
        "Use all as region",
        () -> models.files().useAll(read, this::useRegion));
  }

  private void openRegion() {
    dialogs.region().ifPresent(file -> models.files().openFeatures(file, this::addFeatures));
  }

  private void openAny() {
    List<Path> files = dialogs.any();
    if (!files.isEmpty()) {
      models.files().open(files);
    }
  }

  private void showRegion() {
    models.region().pad().sketch().box().ifPresent(box -> map.show(box.grown(1.2), true));
  }

  private void showPatch(PatchModel.Patch patch) {
    map.show(patch.box().grown(3), true);
    models.reading().inspect(patch.within());
    notices.say(patch.text());
  }

  private void showExport() {
    models
        .run()
        .job()
        .ifPresent(
            job -> {
              export.propose(job.folder().resolve("export"));
              exportPanel.show(root.lookup("#export"), Side.LEFT);
            });
  }

  private void escape() {
    if (pops.closeLast()) {
      return;
    }
    if (shortcuts.isVisible()) {
      shortcuts.hide();
    } else if (models.reading().inspectionProperty().get() != null) {
      models.reading().close();
    } else {
      rail.choose(ToolRail.Tool.PAN);
    }
  }

  private void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      models.files().open(event.getDragboard().getFiles().stream().map(f -> f.toPath()).toList());
      event.setDropCompleted(true);
      event.consume();
    }
  }

  /** The keys of the window have gone to another one. */
  public void lostFocus() {
    keyMap.releaseAll();
  }

  /** Begins the tour of a first start. */
  public void startTour() {
    tour.start();
  }

  /** Ends what would outlive the window. */
  public void close() {
    status.stop();
    saver.stop();
    faults.stop();
    exportPanel.hide();
    layers.close();
  }
}
