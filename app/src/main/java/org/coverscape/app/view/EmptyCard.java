package org.coverscape.app.view;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.coverscape.app.model.Models;

/** What to do first, in the middle of a map that has neither imagery nor a region yet. */
final class EmptyCard extends VBox {
  private final Models models;

  EmptyCard(Models models, Runnable addImagery, Runnable findOnline, Runnable openSample) {
    this.models = models;
    setId("empty");
    getStyleClass().addAll("panel", "card");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label text =
        Controls.paragraph(
            "Drop NAIP images (GeoTIFF, MRF), or a folder of them, on the map. A region can be dropped too:"
                + " GeoJSON, shapefile, GeoPackage or KML. Or draw a region with the tools on the"
                + " left, and find its imagery online.");
    text.setMaxWidth(380);
    HBox buttons =
        new HBox(
            8,
            Controls.button("Add imagery…", addImagery, "accent"),
            Controls.button("Find online…", findOnline),
            Controls.button("Open the sample", openSample));
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(Controls.label("No imagery yet", "panel-title"), text, buttons);
    InvalidationListener show = change -> show();
    models.imagery().tiles().addListener(show);
    models.imagery().missing().addListener(show);
    models.region().regionProperty().addListener((o, was, is) -> show());
    models.imagery().activityProperty().addListener((o, was, is) -> show());
    models.project().openingProperty().addListener((o, was, is) -> show());
    models.project().fileProperty().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    Controls.shown(
        this,
        models.project().fileProperty().get() != null
            && !models.project().openingProperty().get()
            && models.imagery().tiles().isEmpty()
            && models.imagery().missing().isEmpty()
            && models.region().region().isEmpty()
            && models.imagery().activityProperty().get().isEmpty());
  }
}
