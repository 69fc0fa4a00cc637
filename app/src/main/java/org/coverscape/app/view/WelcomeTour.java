package org.coverscape.app.view;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Parent;

/** The steps of the tour of a first start. Stateless. */
final class WelcomeTour {
  private WelcomeTour() {}

  /** Steps that point at parts of a window. */
  static List<Tour.Step> steps(Parent window) {
    return List.of(
        new Tour.Step(
            () -> window.lookup("#tool-rectangle"),
            Side.RIGHT,
            "Draw a region",
            "Draw the ground you want mapped: a rectangle, a polygon, or freehand. The sample comes"
                + " with a region, so you may go on at once."),
        new Tour.Step(
            () -> window.lookup("#imagery-year"),
            Side.LEFT,
            "Choose imagery",
            "Add NAIP imagery, or drop files on the map. Outlines light up where it covers the"
                + " region."),
        new Tour.Step(
            () -> window.lookup("#run"),
            Side.LEFT,
            "Run",
            "Classes appear chip by chip while the services answer. Nothing has to be set up: a"
                + " service is built in."),
        new Tour.Step(
            () -> window.lookup("#result"),
            Side.LEFT,
            "Read and export",
            "Hover over the map for class and confidence, click a chip for all it knows, and export"
                + " the result for your GIS."));
  }
}
