package org.coverscape.app.view;

import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.controlsfx.control.StatusBar;
import org.coverscape.app.model.Figures;
import org.coverscape.app.model.Models;
import org.coverscape.app.model.PlaceText;
import org.coverscape.app.model.RunState;
import org.coverscape.app.run.Progress;
import org.coverscape.map.MapPane;
import org.coverscape.map.ScaleBar;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The bar at the foot of the window: where the mouse is, how the run goes, how much memory. */
final class StatusStrip extends StatusBar {
  private static final double DOTS_PER_INCH = 96;
  private static final long MEGABYTE = 1 << 20;

  private final Models models;
  private final Button coordinates = new Button();
  private final Label systems = Controls.label("map EPSG:3857", "muted");
  private final Label scale = Controls.label("", "number");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label progress = Controls.label("", "number");
  private final HBox running = new HBox(8);
  private final Label memory = Controls.label("", "number", "muted");
  private final Timeline clock;

  StatusStrip(Models models, PlaceText place, MapPane map) {
    this.models = models;
    setId("status");
    setText("");
    coordinates.setId("coordinates");
    coordinates.getStyleClass().addAll("flat", "coordinates", "number");
    coordinates.textProperty().bind(place.textProperty().map(text -> text + "  ▾"));
    coordinates.setOnAction(event -> place.next());
    Controls.explain(coordinates, "Click for degrees, degrees-minutes-seconds, or UTM");
    scale.setId("scale");
    systems.setId("systems");
    getLeftItems().addAll(coordinates, systems, scale);
    bar.setPrefWidth(120);
    progress.setId("status-progress");
    running
        .getChildren()
        .addAll(
            bar,
            progress,
            Controls.iconButton(Material2OutlinedAL.CLOSE, "End the run", models.run()::cancel));
    running.setAlignment(javafx.geometry.Pos.CENTER);
    Controls.explain(memory, "Memory in use");
    getRightItems().addAll(running, new Separator(javafx.geometry.Orientation.VERTICAL), memory);
    map.viewportProperty()
        .addListener(
            (o, was, is) -> scale.setText(Figures.scale(ScaleBar.mapScale(is, DOTS_PER_INCH))));
    scale.setText(Figures.scale(ScaleBar.mapScale(map.viewport(), DOTS_PER_INCH)));
    place
        .projectSystemProperty()
        .addListener(
            (o, was, is) ->
                systems.setText("map EPSG:3857" + (is.isEmpty() ? "" : " · project " + is)));
    models.run().progressProperty().addListener((o, was, is) -> showRun());
    models.run().stateProperty().addListener((o, was, is) -> showRun());
    showRun();
    showMemory();
    clock = new Timeline(new KeyFrame(Duration.seconds(2), event -> showMemory()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }

  private void showRun() {
    RunState state = models.run().state();
    Progress now = models.run().progressProperty().get();
    Controls.shown(running, state.isActive());
    bar.setProgress(state == RunState.STARTING ? -1 : now.part());
    String rate =
        state == RunState.PAUSED
            ? " · paused"
            : now.secondsLeft().isPresent()
                ? " · "
                    + Figures.count(Math.round(now.perSecond()))
                    + "/s · "
                    + Figures.time(now.secondsLeft().getAsDouble())
                    + " left"
                : "";
    progress.setText(
        now.total() == 0
            ? "Starting"
            : Figures.count(now.ended()) + "/" + Figures.count(now.total()) + rate);
  }

  private void showMemory() {
    Runtime runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    memory.setText(String.format(Locale.ROOT, "%,d MB", used));
  }

  /** Stops the clock. */
  void stop() {
    clock.stop();
  }
}
