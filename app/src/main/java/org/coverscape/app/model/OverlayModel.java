package org.coverscape.app.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.coverscape.app.overlay.OverlayView;

/** How the land cover is laid over the map. Used on the screen's thread. */
public final class OverlayModel {
  private static final double FIRST_OPACITY = 0.65;
  private static final double STEP = 0.1;

  private final ObjectProperty<OverlayView> view =
      new SimpleObjectProperty<>(this, "view", OverlayView.CLASSES);
  private final IntegerProperty threshold = new SimpleIntegerProperty(this, "threshold", 0);
  private final DoubleProperty opacity = new SimpleDoubleProperty(this, "opacity", FIRST_OPACITY);
  private final BooleanProperty visible = new SimpleBooleanProperty(this, "visible", true);

  /** What the colours tell. */
  public ObjectProperty<OverlayView> viewProperty() {
    return view;
  }

  /** Confidence in percent below which a class is shown desaturated; 0 shows all alike. */
  public IntegerProperty thresholdProperty() {
    return threshold;
  }

  /** How much of the map is covered, 0 to 1. */
  public DoubleProperty opacityProperty() {
    return opacity;
  }

  /** Whether it is shown. */
  public BooleanProperty visibleProperty() {
    return visible;
  }

  /** Lets more of the imagery through. */
  public void fainter() {
    opacity.set(Math.max(0.05, opacity.get() - STEP));
  }

  /** Lets less of the imagery through. */
  public void stronger() {
    opacity.set(Math.min(1, opacity.get() + STEP));
  }

  /** Shows or hides it. */
  public void toggle() {
    visible.set(!visible.get());
  }
}
