package org.coverscape.app.view;

import java.util.List;
import javafx.scene.Parent;
import org.controlsfx.control.PopOver.ArrowLocation;

/** The steps of the tour of a first start. Stateless. */
final class WelcomeTour {
  private WelcomeTour() {}

  /** Steps that point at parts of a window. */
  static List<Tour.Step> steps(Parent window) {
    return List.of(
        new Tour.Step(
            () -> window.lookup("#tool-rectangle"),
            ArrowLocation.LEFT_TOP,
            "Draw a region",
            "Draw the ground you want mapped: a rectangle, a polygon, or freehand. The sample comes"
                + " with a region, so you may go on at once."),
        new Tour.Step(
            () -> window.lookup("#imagery-year"),
            ArrowLocation.RIGHT_TOP,
            "Choose imagery",
            "Add NAIP imagery, or drop files on the map. Outlines light up where it covers the"
                + " region."),
        new Tour.Step(
            () -> window.lookup("#run"),
            ArrowLocation.RIGHT_TOP,
            "Run",
            "Classes appear chip by chip while the services answer. Nothing has to be set up: a"
                + " service is built in."),
        new Tour.Step(
            () -> window.lookup("#result"),
            ArrowLocation.RIGHT_TOP,
            "Read and export",
            "Hover over the map for class and confidence, click a chip for all it knows, and export"
                + " the result for your GIS."));
  }
}
