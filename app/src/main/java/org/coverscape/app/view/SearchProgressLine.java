package org.coverscape.app.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.coverscape.app.model.SearchModel;

/** How far a search for imagery is, with a way to stop it; takes no room while there is none. */
final class SearchProgressLine extends HBox {
  private static final double WHEEL = 16;

  SearchProgressLine(SearchModel search) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("search-progress");
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.setMinSize(WHEEL, WHEEL);
    wheel.setPrefSize(WHEEL, WHEEL);
    // a wheel that turns unseen would be painted all the same
    wheel.progressProperty().bind(search.runningProperty().map(on -> on ? -1.0 : 0.0));
    Label text = Controls.paragraph("", "muted");
    text.textProperty().bind(search.progressProperty());
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button stop = Controls.button("Cancel", search::cancel);
    stop.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(wheel, text, stop);
    visibleProperty().bind(search.runningProperty());
    managedProperty().bind(search.runningProperty());
  }
}
