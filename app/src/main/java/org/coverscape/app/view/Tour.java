package org.coverscape.app.view;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A few steps that show a new user the way from a region to a map. */
final class Tour {
  /**
   * A step.
   *
   * @param target what it points at
   * @param side on which side of that its card opens
   * @param title what it is about
   * @param text what to do
   */
  record Step(Supplier<@Nullable Node> target, Side side, String title, String text) {}

  private final List<Step> steps;
  private final Runnable ended;
  private final Pops pops;
  private @Nullable Pop card;
  private int at;

  Tour(List<Step> steps, Pops pops, Runnable ended) {
    this.steps = List.copyOf(steps);
    this.pops = pops;
    this.ended = ended;
  }

  /** Begins with the first step. */
  void start() {
    at = 0;
    show();
  }

  private void show() {
    hide();
    Step step = steps.get(at);
    Node target = step.target().get();
    if (target == null) {
      next();
      return;
    }
    Pop over = pops.staying(content(step));
    card = over;
    over.show(target, step.side());
  }

  private VBox content(Step step) {
    Label text = Controls.paragraph(step.text());
    text.setMaxWidth(280);
    Button skip = Controls.button("Skip", this::end, "flat");
    skip.setId("tour-skip");
    boolean last = at == steps.size() - 1;
    Button next = Controls.button(last ? "Done" : "Next", this::next, "accent");
    next.setId("tour-next");
    Label place = Controls.label((at + 1) + " of " + steps.size(), "muted", "small");
    HBox buttons = new HBox(8, place, Controls.spacer(), skip, next);
    buttons.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    VBox box = new VBox(Controls.label(step.title(), "panel-title"), text, buttons);
    box.setId("tour");
    box.getStyleClass().add("panel");
    return box;
  }

  private void next() {
    at++;
    if (at < steps.size()) {
      show();
    } else {
      end();
    }
  }

  private void hide() {
    if (card != null) {
      card.hide();
      card = null;
    }
  }

  /** Ends the tour, wherever it is. */
  void end() {
    hide();
    ended.run();
  }
}
