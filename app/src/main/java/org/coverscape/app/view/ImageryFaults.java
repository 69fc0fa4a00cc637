package org.coverscape.app.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.coverscape.app.model.Figures;
import org.coverscape.app.model.Notices;

/**
 * Tells of images that cannot be shown, each once, and offers to try again: a network that was away
 * may be back. Used on the screen's thread.
 */
final class ImageryFaults {
  private static final Duration LOOK_EVERY = Duration.seconds(3);

  private final ImageryOnMap imagery;
  private final Notices notices;
  private final Timeline looking;
  private final Set<String> told = new HashSet<>();

  /** Begins to look. */
  ImageryFaults(ImageryOnMap imagery, Notices notices) {
    this.imagery = imagery;
    this.notices = notices;
    looking = new Timeline(new KeyFrame(LOOK_EVERY, event -> look()));
    looking.setCycleCount(Animation.INDEFINITE);
    looking.play();
  }

  private void look() {
    List<String> faults = imagery.faults();
    if (faults.isEmpty() || !told.addAll(faults)) {
      return;
    }
    String others =
        faults.size() == 1
            ? ""
            : " " + Figures.count(faults.size() - 1, "other image") + " cannot be shown either.";
    notices.offer(faults.get(0) + others, "Try again", this::tryAgain);
  }

  private void tryAgain() {
    told.clear();
    imagery.tryAgain();
  }

  void stop() {
    looking.stop();
  }
}
