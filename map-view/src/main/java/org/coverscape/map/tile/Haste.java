package org.coverscape.map.tile;

import javafx.animation.PauseTransition;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.util.Duration;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/**
 * Whether tiles are to be drawn plainly because the map is moving and no graphics card helps:
 * without smoothing a frame takes 40 % less of the processor. JavaFX thread.
 */
final class Haste {
  private static final Duration REST = Duration.millis(160);

  private final PauseTransition rest = new PauseTransition(REST);
  private boolean moving;
  private @Nullable Viewport last;

  /** Nothing moves yet; the runnable is told when a movement has come to rest. */
  Haste(Runnable rested) {
    rest.setOnFinished(
        event -> {
          moving = false;
          rested.run();
        });
  }

  /** Takes note of the view that is painted, and says whether haste is due. */
  boolean isDue(Viewport view) {
    Viewport before = last;
    last = view;
    if (before != null && !before.equals(view) && isSoftware()) {
      moving = true;
      rest.playFromStart();
    }
    return moving;
  }

  /** The software renderer is the one that cannot show three dimensions. */
  private static boolean isSoftware() {
    return !Platform.isSupported(ConditionalFeature.SCENE3D);
  }
}
