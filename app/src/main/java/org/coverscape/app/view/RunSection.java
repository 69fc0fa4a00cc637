package org.coverscape.app.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.coverscape.app.model.Figures;
import org.coverscape.app.model.Models;
import org.coverscape.app.model.RunState;
import org.coverscape.app.run.Progress;
import org.coverscape.app.service.Health;
import org.coverscape.engine.scoring.ScoringPlan;

/** The run: begin, watch, pause, end, go on. */
final class RunSection extends Section {
  private final Models models;
  private final Button run;
  private final Button pause;
  private final Button cancel;
  private final Button goOn;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label estimate = Controls.label("", "number", "muted");
  private final Label status = Controls.paragraph("", "number");
  private final Label waiting = Controls.paragraph("", "poor");
  private final Label problem = Controls.paragraph("", "problem");

  RunSection(Models models) {
    super("Run");
    this.models = models;
    run = Controls.button("Run", this::start, "accent");
    run.setId("run");
    Controls.explain(run, "Score the region (R)");
    pause = Controls.button("Pause", this::pauseOrProceed);
    pause.setId("pause");
    cancel = Controls.button("Cancel", models.run()::cancel);
    cancel.setId("cancel");
    Controls.explain(cancel, "End the run; what is scored is kept");
    goOn = Controls.button("Continue", models.run()::goOn);
    goOn.setId("go-on");
    bar.setMaxWidth(Double.MAX_VALUE);
    status.setId("run-status");
    problem.setId("run-problem");
    estimate.setId("run-estimate");
    run.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(run, Priority.ALWAYS);
    HBox buttons = new HBox(8, run, goOn, pause, cancel);
    waiting.setId("run-waiting");
    fill(new CellsChoice(models.services()), estimate, buttons, bar, status, waiting, problem);
    models.run().stateProperty().addListener((o, was, is) -> show());
    models.run().progressProperty().addListener((o, was, is) -> show());
    models.run().problemProperty().addListener((o, was, is) -> show());
    models.services().summaryProperty().addListener((o, was, is) -> show());
    models.run().heldProperty().addListener((o, was, is) -> show());
    models.run().planProperty().addListener((o, was, is) -> show());
    models.imagery().coverageProperty().addListener((o, was, is) -> show());
    show();
  }

  /** Begins a run where one is possible. */
  void start() {
    if (models.run().canStart()) {
      models.run().start(models.project().nextJobFolder());
    }
  }

  /** Pauses a run, or goes on with a paused one. */
  void pauseOrProceed() {
    if (models.run().state() == RunState.PAUSED) {
      models.run().proceed();
    } else {
      models.run().pause();
    }
  }

  private void show() {
    RunState state = models.run().state();
    Progress progress = models.run().progressProperty().get();
    run.setDisable(!models.run().canStart());
    Controls.shown(run, !state.isActive());
    Controls.shown(pause, state == RunState.RUNNING || state == RunState.PAUSED);
    pause.setText(state == RunState.PAUSED ? "Go on" : "Pause");
    Controls.shown(cancel, state.isActive());
    cancel.setDisable(state == RunState.STOPPING);
    goOn.setText(
        state == RunState.FINISHED
            ? "Retry " + Figures.count(progress.failed()) + " failed"
            : "Continue where it stopped");
    Controls.shown(goOn, models.run().canGoOn());
    // one thing stands out: to go on, where that is possible
    stress(goOn, models.run().canGoOn());
    stress(run, !models.run().canGoOn());
    Controls.shown(bar, state.isActive());
    bar.setProgress(state == RunState.STARTING ? -1 : progress.part());
    show(estimate, state.isActive() ? "" : estimate());
    show(status, status(state, progress));
    show(problem, models.run().problemProperty().get());
    Health services = models.services().summaryProperty().get();
    boolean troubled =
        services.level() == Health.Level.POOR || services.level() == Health.Level.BAD;
    show(
        waiting,
        troubled && state.isActive()
            ? services.sentence() + ". Waiting for it; what is scored is kept."
            : "");
  }

  private static void stress(Button button, boolean stressed) {
    button.getStyleClass().remove("accent");
    if (stressed) {
      button.getStyleClass().add("accent");
    }
  }

  private String estimate() {
    ScoringPlan plan = models.run().planProperty().get();
    var coverage = models.imagery().coverageProperty().get();
    if (plan == null || coverage == null) {
      return "";
    }
    double rate = models.settings().get().chipsPerSecond();
    return rate > 0
        ? Figures.about(coverage.chips() / rate) + " at the rate of the last run"
        : Figures.about(coverage.chips() / models.services().guessedRate()) + ", as a first guess";
  }

  private String status(RunState state, Progress progress) {
    String done =
        Figures.count(progress.ended()) + " of " + Figures.count(progress.total(), "chip");
    return switch (state) {
      case NOTHING, READY -> "";
      case STARTING -> "Starting …";
      case RUNNING -> done + rate(progress);
      case PAUSED -> "Paused at " + done + ".";
      case STOPPING -> "Ending …";
      case FINISHED ->
          progress.failed() == 0
              ? "Finished: " + Figures.count(progress.total(), "chip") + "."
              : "Finished; " + Figures.count(progress.failed(), "chip") + " could not be scored.";
      case STOPPED -> progress.total() == 0 ? "" : "Stopped at " + done + ".";
    };
  }

  private static String rate(Progress progress) {
    return progress.secondsLeft().isEmpty()
        ? ""
        : " · "
            + Figures.count(Math.round(progress.perSecond()))
            + "/s · "
            + Figures.time(progress.secondsLeft().getAsDouble())
            + " left";
  }

  private static void show(Label label, String text) {
    label.setText(text);
    Controls.shown(label, !text.isEmpty());
  }
}
