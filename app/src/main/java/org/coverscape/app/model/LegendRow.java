package org.coverscape.app.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.coverscape.engine.landcover.LandCoverClass;

/** A line of the legend. Used on the screen's thread. */
public final class LegendRow {
  /** What a line stands for. */
  public enum Kind {
    /** One of the six classes. */
    CLASS,
    /** None of the six. */
    UNCLASSIFIED,
    /** Without an answer. */
    NOT_SCORED,
    /** Not yet its turn. */
    PENDING,
    /** All of the region. */
    REGION
  }

  private final Kind kind;
  private final Optional<LandCoverClass> landCover;
  private final String label;
  private final ReadOnlyStringWrapper hectares = new ReadOnlyStringWrapper(this, "hectares", "");
  private final ReadOnlyStringWrapper ofRegion = new ReadOnlyStringWrapper(this, "ofRegion", "");
  private final ReadOnlyStringWrapper ofClassified =
      new ReadOnlyStringWrapper(this, "ofClassified", "");
  private final ReadOnlyStringWrapper explanation =
      new ReadOnlyStringWrapper(this, "explanation", "");

  LegendRow(LandCoverClass landCover) {
    this(Kind.CLASS, Optional.of(landCover), landCover.label());
  }

  LegendRow(Kind kind, String label) {
    this(kind, Optional.empty(), label);
  }

  private LegendRow(Kind kind, Optional<LandCoverClass> landCover, String label) {
    this.kind = kind;
    this.landCover = landCover;
    this.label = label;
  }

  /** What it stands for. */
  public Kind kind() {
    return kind;
  }

  /** The class, where it stands for one. */
  public Optional<LandCoverClass> landCover() {
    return landCover;
  }

  /** Its name. */
  public String label() {
    return label;
  }

  /** Its ground within the region, in hectares, without the unit. */
  public ReadOnlyStringProperty hectaresProperty() {
    return hectares.getReadOnlyProperty();
  }

  /** The same in percent of the region. */
  public ReadOnlyStringProperty ofRegionProperty() {
    return ofRegion.getReadOnlyProperty();
  }

  /** The same in percent of the ground that has a class; empty for ground that has none. */
  public ReadOnlyStringProperty ofClassifiedProperty() {
    return ofClassified.getReadOnlyProperty();
  }

  /** How the numbers were made. */
  public ReadOnlyStringProperty explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  void show(String area, String region, String classified, String how) {
    hectares.set(area);
    ofRegion.set(region);
    ofClassified.set(classified);
    explanation.set(how);
  }
}
