package org.coverscape.app.view;

import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import org.coverscape.app.model.ServicesModel;
import org.coverscape.engine.chip.CellSize;

/** How large the cells of the next run are; there is a choice only where the services offer one. */
final class CellsChoice extends HBox {
  private final ServicesModel services;

  CellsChoice(ServicesModel services) {
    super(8);
    this.services = services;
    setAlignment(Pos.CENTER_LEFT);
    ComboBox<CellSize> choice = new ComboBox<>();
    choice.setId("run-cells");
    choice.getItems().setAll(CellSize.values());
    choice.setConverter(new NameConverter<>(CellsChoice::words));
    choice.valueProperty().bindBidirectional(services.cellsProperty());
    Controls.explain(
        choice,
        "One answer for each 224 m square, or one for each of the 49 squares of 32 m in it: finer,"
            + " but each less certain. The run takes about as long.");
    getChildren().addAll(Controls.label("Cells"), choice);
    services.denseProperty().addListener((o, was, is) -> show());
    services.cellsProperty().addListener((o, was, is) -> show());
    show();
  }

  private static String words(CellSize size) {
    return size == CellSize.CHIP ? "224 m" : "32 m";
  }

  /** What a project was set to can be changed back, whoever answers now. */
  private void show() {
    boolean chosen = services.cellsProperty().get() == CellSize.DENSE;
    Controls.shown(this, chosen || services.denseProperty().get());
  }
}
