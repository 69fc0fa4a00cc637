package org.coverscape.app.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.coverscape.engine.picture.BandView;
import org.coverscape.engine.picture.Stretch;

/** How the imagery is shown. Used on the screen's thread. */
public final class DisplayModel {
  private final ObjectProperty<BandView> bands =
      new SimpleObjectProperty<>(this, "bands", BandView.TRUE_COLOUR);
  private final ObjectProperty<Stretch> stretch =
      new SimpleObjectProperty<>(this, "stretch", Stretch.NONE);

  /** Which bands are shown. */
  public ObjectProperty<BandView> bandsProperty() {
    return bands;
  }

  /** How their values are spread over the brightness of the screen. */
  public ObjectProperty<Stretch> stretchProperty() {
    return stretch;
  }
}
