package org.coverscape.app.view;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.coverscape.app.model.ColourModel;
import org.coverscape.app.model.LegendModel;
import org.coverscape.app.model.LegendRow;
import org.coverscape.app.overlay.OverlayColours;
import org.coverscape.engine.landcover.LandCoverClass;

/** The legend: colours, which can be changed, and how much ground each class has. */
final class LegendGrid extends GridPane {
  private final ColourModel colours;

  LegendGrid(LegendModel legend, ColourModel colours) {
    this.colours = colours;
    setId("legend");
    getStyleClass().add("legend");
    columns();
    head();
    int line = 1;
    for (LegendRow row : legend.rows()) {
      line(row, sign(row), line++);
    }
    line(legend.region(), new javafx.scene.layout.Region(), line);
  }

  private void columns() {
    ColumnConstraints sign = new ColumnConstraints(24);
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(sign, name);
    for (int i = 0; i < 3; i++) {
      ColumnConstraints number = new ColumnConstraints();
      number.setHalignment(HPos.RIGHT);
      getColumnConstraints().add(number);
    }
  }

  private void head() {
    Label area = Controls.label("ha", "muted", "small");
    Label region = Controls.label("of region", "muted", "small");
    Label classified = Controls.label("of classified", "muted", "small");
    area.setMinWidth(USE_PREF_SIZE);
    region.setMinWidth(USE_PREF_SIZE);
    classified.setMinWidth(USE_PREF_SIZE);
    Controls.explain(region, "Percent of the whole region");
    Controls.explain(classified, "Percent of the ground that has one of the six classes");
    addRow(0, new Label(), new Label(), area, region, classified);
  }

  private Node sign(LegendRow row) {
    return row.landCover().<Node>map(this::picker).orElseGet(() -> swatch(row));
  }

  private ColorPicker picker(LandCoverClass landCover) {
    ColorPicker picker = new ColorPicker(Swatch.color(colours.colours().of(landCover)));
    picker.getStyleClass().addAll("swatch-picker", "button");
    picker.setId("colour-" + landCover.label());
    Controls.explain(picker, "Change the colour of " + landCover.label());
    picker.setOnAction(event -> colours.change(landCover, Swatch.rgb(picker.getValue())));
    colours
        .coloursProperty()
        .addListener((o, was, is) -> picker.setValue(Swatch.color(is.of(landCover))));
    return picker;
  }

  private Swatch swatch(LegendRow row) {
    Swatch swatch = new Swatch(row.kind());
    swatch.show(colour(row, colours.colours()));
    colours.coloursProperty().addListener((o, was, is) -> swatch.show(colour(row, is)));
    return swatch;
  }

  private static int colour(LegendRow row, OverlayColours colours) {
    return row.kind() == LegendRow.Kind.UNCLASSIFIED ? colours.unclassified() : colours.unscored();
  }

  private void line(LegendRow row, Node sign, int line) {
    Label name = Controls.label(row.label());
    name.setMinWidth(USE_PREF_SIZE);
    Label area = number(row.hectaresProperty());
    area.setId("ha-" + row.label().replace(' ', '-'));
    Label region = number(row.ofRegionProperty());
    Label classified = number(row.ofClassifiedProperty());
    addRow(line, sign, name, area, region, classified);
    for (Label figure : List.of(area, region, classified)) {
      Controls.explain(figure, "");
      figure.getTooltip().textProperty().bind(row.explanationProperty());
    }
    boolean optional =
        row.kind() == LegendRow.Kind.PENDING || row.kind() == LegendRow.Kind.NOT_SCORED;
    if (row.kind() == LegendRow.Kind.REGION) {
      getChildren().stream()
          .filter(node -> Integer.valueOf(line).equals(getRowIndex(node)))
          .forEach(node -> node.getStyleClass().add("total"));
    }
    if (optional) {
      row.hectaresProperty().addListener((o, was, is) -> shown(line, is.matches(".*[1-9].*")));
      shown(line, false);
    }
  }

  private void shown(int line, boolean visible) {
    getChildren().stream()
        .filter(node -> Integer.valueOf(line).equals(getRowIndex(node)))
        .forEach(node -> Controls.shown(node, visible));
  }

  private static Label number(ReadOnlyStringProperty text) {
    Label label = Controls.label("", "number");
    label.textProperty().bind(text);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
