package org.coverscape.app.view;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.coverscape.app.model.SearchModel;
import org.coverscape.app.model.SearchPlace;

/** Asks where imagery of the region is to be looked for, and tells what was found. */
final class FindPanel extends VBox {
  private static final int LATEST = 0;

  /** The first images of NAIP. */
  private static final int FIRST_YEAR = 2003;

  private static final double WIDTH = 380;

  private final SearchModel search;
  private final ComboBox<SearchPlace> place = new ComboBox<>();
  private final TextField address = new TextField();

  FindPanel(SearchModel search, FileDialogs dialogs) {
    this.search = search;
    setId("find-panel");
    getStyleClass().add("panel");
    setPrefWidth(WIDTH);
    getChildren()
        .addAll(
            Controls.label("Find imagery online", "panel-title"),
            form(dialogs),
            hint(),
            actions(),
            new SearchProgressLine(search),
            told("find-result", "", search.resultProperty()),
            told("find-problem", "problem", search.problemProperty()));
  }

  private GridPane form(FileDialogs dialogs) {
    GridPane form = new GridPane();
    form.setHgap(8);
    form.setVgap(8);
    places();
    ComboBox<Integer> year = years();
    Label yearLabel = Controls.label("Year");
    HBox typed = new HBox(8, address, folderButton(dialogs));
    VBox where = new VBox(8, place, typed);
    Label whereLabel = Controls.label("Where");
    GridPane.setValignment(whereLabel, VPos.TOP);
    GridPane.setMargin(whereLabel, new Insets(6, 0, 0, 0));
    GridPane.setHgrow(where, Priority.ALWAYS);
    form.addRow(0, whereLabel, where);
    form.addRow(1, yearLabel, year);
    showWhile(typed, search.placeProperty().map(p -> !p.prompt().isEmpty()));
    showWhile(year, search.placeProperty().map(SearchPlace::isCatalogue));
    showWhile(yearLabel, search.placeProperty().map(SearchPlace::isCatalogue));
    return form;
  }

  /** Keys are its own from now on. */
  void focus() {
    place.requestFocus();
  }

  private void places() {
    place.setId("find-place");
    place.getItems().setAll(SearchPlace.values());
    place.setConverter(new NameConverter<>(SearchPlace::title));
    place.valueProperty().bindBidirectional(search.placeProperty());
    place.setMaxWidth(Double.MAX_VALUE);
    address.setId("find-address");
    address.textProperty().bindBidirectional(search.addressProperty());
    address.promptTextProperty().bind(search.placeProperty().map(SearchPlace::prompt));
    address.setOnAction(event -> search.search());
    HBox.setHgrow(address, Priority.ALWAYS);
  }

  private ComboBox<Integer> years() {
    List<Integer> choices = new ArrayList<>(List.of(LATEST));
    for (int year = Year.now(ZoneOffset.UTC).getValue(); year >= FIRST_YEAR; year--) {
      choices.add(year);
    }
    ComboBox<Integer> year = new ComboBox<>();
    year.setId("find-year");
    year.getItems().setAll(choices);
    year.setConverter(
        new NameConverter<>(choice -> choice == LATEST ? "Latest" : Integer.toString(choice)));
    year.setValue(LATEST);
    year.valueProperty()
        .addListener(
            (o, was, is) -> search.yearProperty().set(is == null || is == LATEST ? null : is));
    Controls.explain(
        year, "Latest takes all years: each part of the region is shown as it was last seen");
    return year;
  }

  private Button folderButton(FileDialogs dialogs) {
    Button choose =
        Controls.button(
            "Choose…",
            () -> dialogs.itemFolder().ifPresent(folder -> address.setText(folder.toString())));
    choose.setMinWidth(USE_PREF_SIZE);
    showWhile(choose, search.placeProperty().map(place -> place == SearchPlace.FOLDER));
    return choose;
  }

  private Label hint() {
    Label hint = Controls.paragraph("", "muted");
    hint.textProperty().bind(search.placeProperty().map(SearchPlace::hint));
    return hint;
  }

  private HBox actions() {
    Button begin = Controls.button("Search", search::search, "accent");
    begin.setId("find-search");
    begin
        .textProperty()
        .bind(search.placeProperty().map(place -> place.isCatalogue() ? "Search" : "Add"));
    begin.disableProperty().bind(search.runningProperty());
    HBox line = new HBox(begin);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Label told(String id, String style, ObservableValue<String> text) {
    Label label = Controls.paragraph("");
    if (!style.isEmpty()) {
      label.getStyleClass().add(style);
    }
    label.setId(id);
    label.textProperty().bind(text);
    showWhile(label, text.map(said -> !said.isEmpty()));
    return label;
  }

  private static void showWhile(javafx.scene.Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }
}
