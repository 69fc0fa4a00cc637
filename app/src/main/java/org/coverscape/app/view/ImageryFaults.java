package org.coverscape.app.view;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.coverscape.app.model.FaultNews;
import org.coverscape.app.model.Notices;

/** Looks now and then for images that cannot be shown. Used on the screen's thread. */
final class ImageryFaults {
  private static final Duration LOOK_EVERY = Duration.seconds(3);

  private final Timeline looking;

  /** Begins to look. */
  ImageryFaults(ImageryOnMap imagery, Notices notices) {
    FaultNews news = new FaultNews(notices, imagery::tryAgain);
    looking = new Timeline(new KeyFrame(LOOK_EVERY, event -> news.look(imagery.faults())));
    looking.setCycleCount(Animation.INDEFINITE);
    looking.play();
  }

  void stop() {
    looking.stop();
  }
}
