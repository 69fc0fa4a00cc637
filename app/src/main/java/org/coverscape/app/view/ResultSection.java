package org.coverscape.app.view;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coverscape.app.model.Models;
import org.coverscape.app.overlay.OverlayView;
import org.coverscape.engine.project.ProjectJob;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The land cover: legend, what the overlay tells, how much of the map it covers. */
final class ResultSection extends Section {
  private final Models models;
  private final ComboBox<ProjectJob> jobs = new ComboBox<>();
  private boolean updating;

  ResultSection(Models models, Runnable export) {
    super("Land cover");
    setId("result");
    this.models = models;
    var exportButton = Controls.button("Export…", export);
    exportButton.setId("export");
    exportButton.setGraphic(Controls.icon(Material2OutlinedAL.GET_APP));
    Controls.explain(exportButton, "Write the land cover to files (Ctrl+E)");
    tools(exportButton);
    Label empty = Controls.paragraph("Run the region, and its land cover appears here.", "muted");
    VBox result =
        new VBox(
            8,
            new LegendGrid(models.legend(), models.colours()),
            views(),
            new ViewKey(models.overlay()),
            sliders());
    fill(empty, jobs(), result);
    models
        .run()
        .jobProperty()
        .addListener(
            (o, was, is) -> {
              Controls.shown(empty, is == null);
              Controls.shown(result, is != null);
              exportButton.setDisable(is == null);
            });
    Controls.shown(result, false);
    exportButton.setDisable(true);
  }

  private ComboBox<ProjectJob> jobs() {
    jobs.setId("jobs");
    jobs.setMaxWidth(Double.MAX_VALUE);
    Controls.explain(jobs, "The runs of this project; choose one to see it on the map");
    jobs.setConverter(new NameConverter<>(job -> "Run of " + job.name().replace('.', ':')));
    jobs.valueProperty()
        .addListener(
            (o, was, is) -> {
              if (!updating && is != null) {
                models.project().showJob(is);
              }
            });
    models.project().jobs().addListener((javafx.beans.InvalidationListener) change -> showJobs());
    models.run().jobProperty().addListener((o, was, is) -> showJobs());
    models.run().stateProperty().addListener((o, was, is) -> jobs.setDisable(is.isActive()));
    Controls.shown(jobs, false);
    return jobs;
  }

  private void showJobs() {
    updating = true;
    jobs.getItems().setAll(models.project().jobs());
    models
        .run()
        .job()
        .flatMap(
            open ->
                jobs.getItems().stream()
                    .filter(job -> job.folder().equals(open.folder()))
                    .findFirst())
        .ifPresent(jobs::setValue);
    updating = false;
    boolean another =
        models.run().job().stream()
            .noneMatch(
                open ->
                    jobs.getItems().stream().anyMatch(job -> job.folder().equals(open.folder())));
    Controls.shown(jobs, jobs.getItems().size() > 1 || another && !jobs.getItems().isEmpty());
  }

  private HBox views() {
    ToggleGroup group = new ToggleGroup();
    HBox views = new HBox();
    OverlayView[] all = OverlayView.values();
    for (OverlayView view : all) {
      ToggleButton button = new ToggleButton(view.label());
      button.setId("view-" + view.name().toLowerCase(java.util.Locale.ROOT));
      button.setToggleGroup(group);
      button.setUserData(view);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button
          .getStyleClass()
          .add(
              view == all[0]
                  ? "left-pill"
                  : view == all[all.length - 1] ? "right-pill" : "center-pill");
      views.getChildren().add(button);
    }
    group
        .selectedToggleProperty()
        .addListener(
            (o, was, is) -> {
              if (is == null) {
                group.selectToggle(was);
              } else {
                models.overlay().viewProperty().set((OverlayView) is.getUserData());
              }
            });
    models.overlay().viewProperty().addListener((o, was, is) -> select(group, is));
    select(group, models.overlay().viewProperty().get());
    return views;
  }

  private static void select(ToggleGroup group, OverlayView view) {
    group.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == view)
        .findFirst()
        .ifPresent(group::selectToggle);
  }

  private GridPane sliders() {
    GridPane grid = new GridPane();
    grid.setHgap(8);
    grid.setVgap(4);
    Slider opacity = new Slider(0, 1, 1);
    opacity.setId("opacity");
    opacity.valueProperty().bindBidirectional(models.overlay().opacityProperty());
    Controls.explain(opacity, "How much the land cover hides the imagery (A and D; S hides it)");
    Label opacityText = Controls.label("", "number");
    opacityText
        .textProperty()
        .bind(
            models.overlay().opacityProperty().map(v -> Math.round(v.doubleValue() * 100) + " %"));
    Slider threshold = new Slider(0, 100, 0);
    threshold.setId("threshold");
    threshold.valueProperty().bindBidirectional(models.overlay().thresholdProperty());
    Controls.explain(
        threshold, "Cells whose confidence is below this are shown pale; numbers do not change");
    Label thresholdText = Controls.label("", "number");
    thresholdText
        .textProperty()
        .bind(
            models
                .overlay()
                .thresholdProperty()
                .map(v -> v.intValue() == 0 ? "off" : v.intValue() + " %"));
    grid.addRow(0, Controls.label("Opacity"), opacity, opacityText);
    grid.addRow(1, Controls.label("Pale below"), threshold, thresholdText);
    GridPane.setHgrow(opacity, Priority.ALWAYS);
    GridPane.setHgrow(threshold, Priority.ALWAYS);
    opacityText.setMinWidth(44);
    thresholdText.setMinWidth(44);
    return grid;
  }
}
