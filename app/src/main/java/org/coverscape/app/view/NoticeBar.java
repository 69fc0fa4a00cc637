package org.coverscape.app.view;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.coverscape.app.model.Notices;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/**
 * A bar over the top of the map that says one thing at a time. Good news goes away by itself; what
 * went wrong, or can be done, stays until it is closed.
 */
public final class NoticeBar extends HBox implements Notices {
  private static final Duration SHORT = Duration.seconds(6);

  private final FontIcon icon = Controls.icon(Material2OutlinedAL.INFO);
  private final Label text = Controls.paragraph("", "notice-text");
  private final Button action = new Button();
  private final PauseTransition fresh = new PauseTransition(SHORT);
  private final PauseTransition away = new PauseTransition(SHORT);

  /** Says nothing yet. */
  public NoticeBar() {
    setId("notice");
    getStyleClass().add("notice");
    setAlignment(Pos.CENTER_LEFT);
    setMaxHeight(USE_PREF_SIZE);
    setMaxWidth(720);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setId("notice-text");
    action.getStyleClass().add("accent");
    action.setId("notice-action");
    action.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            icon,
            text,
            action,
            Controls.iconButton(Material2OutlinedAL.CLOSE, "Close this message", this::hide));
    away.setOnFinished(event -> hide());
    hide();
  }

  @Override
  public void say(String sentence) {
    if (isVisible() && fresh.getStatus() == Animation.Status.RUNNING) {
      // what has just gone wrong is to be read first
      return;
    }
    show(sentence, "notice-good", Material2OutlinedAL.CHECK_CIRCLE);
    away.playFromStart();
  }

  @Override
  public void warn(String sentence) {
    show(sentence, "notice-bad", Material2OutlinedMZ.WARNING);
    fresh.playFromStart();
  }

  @Override
  public void offer(String sentence, String what, Runnable act) {
    show(sentence, "notice-offer", Material2OutlinedAL.INFO);
    action.setText(what);
    action.setOnAction(
        event -> {
          hide();
          act.run();
        });
    Controls.shown(action, true);
  }

  @Override
  public void withdraw(String sentence) {
    if (text.getText().equals(sentence)) {
      hide();
    }
  }

  private void show(String sentence, String style, org.kordamp.ikonli.Ikon sign) {
    away.stop();
    text.setText(sentence);
    icon.setIconCode(sign);
    getStyleClass().setAll("notice", style);
    Controls.shown(action, false);
    Controls.shown(this, true);
  }

  /** Says nothing any more. */
  void hide() {
    away.stop();
    Controls.shown(this, false);
  }
}
