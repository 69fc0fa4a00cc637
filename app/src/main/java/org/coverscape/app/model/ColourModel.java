package org.coverscape.app.model;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.coverscape.app.overlay.OverlayColours;
import org.coverscape.engine.export.ClassPalette;
import org.coverscape.engine.landcover.LandCoverClass;

/** The colours of the classes: a palette, and those the user changed. On the screen's thread. */
public final class ColourModel {
  private final Map<LandCoverClass, Integer> changed = new EnumMap<>(LandCoverClass.class);
  private final ReadOnlyObjectWrapper<OverlayColours> colours;

  // read from resources once, not at every change
  private final ClassPalette standard = ClassPalette.standard();
  private final ClassPalette safe = ClassPalette.colourBlindSafe();
  private ClassPalette base = standard;

  /** The usual palette. */
  public ColourModel() {
    colours = new ReadOnlyObjectWrapper<>(this, "colours", OverlayColours.of(base));
  }

  /** The colours now. */
  public ReadOnlyObjectProperty<OverlayColours> coloursProperty() {
    return colours.getReadOnlyProperty();
  }

  /** The colours now. */
  public OverlayColours colours() {
    return colours.get();
  }

  /** The same as exported files take them. */
  public ClassPalette palette() {
    return base.with(changed);
  }

  /** Chooses the colour-blind-safe palette or the usual one; changed colours stay. */
  public void useColourBlindSafe(boolean wanted) {
    base = wanted ? safe : standard;
    publish();
  }

  /** Changes the colour of a class, 0xRRGGBB. */
  public void change(LandCoverClass landCover, int rgb) {
    changed.put(landCover, rgb & 0xFFFFFF);
    publish();
  }

  /** Takes all changes back. */
  public void reset() {
    changed.clear();
    publish();
  }

  /** The changed colours as a project keeps them. */
  public Map<LandCoverClass, String> saved() {
    Map<LandCoverClass, String> saved = new LinkedHashMap<>();
    changed.forEach((c, rgb) -> saved.put(c, String.format(Locale.ROOT, "#%06X", rgb)));
    return saved;
  }

  /**
   * Takes the changed colours of a project in place of those now; what is no colour is left out.
   */
  public void restore(Map<LandCoverClass, String> saved) {
    changed.clear();
    saved.forEach(
        (c, text) -> {
          if (text.matches("#[0-9A-Fa-f]{6}")) {
            changed.put(c, Integer.parseInt(text.substring(1), 16));
          }
        });
    publish();
  }

  private void publish() {
    colours.set(OverlayColours.of(palette()));
  }
}
