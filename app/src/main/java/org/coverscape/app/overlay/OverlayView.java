package org.coverscape.app.overlay;

/** What the colours of the overlay tell. */
public enum OverlayView {
  /** The class of each cell. */
  CLASSES("Classes"),
  /** How sure the answer is, from pale to dark. */
  CONFIDENCE("Confidence"),
  /** Whether and why a cell has an answer. */
  STATUS("Status");

  private final String label;

  OverlayView(String label) {
    this.label = label;
  }

  /** The name on screen. */
  public String label() {
    return label;
  }
}
