package org.coverscape.app.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.coverscape.app.model.Figures;
import org.coverscape.app.model.ImageryModel;
import org.coverscape.app.model.SearchModel;
import org.coverscape.engine.scoring.Coverage;
import org.jspecify.annotations.Nullable;

/** The imagery: which year, which tiles, and where there is none. */
final class ImagerySection extends Section {
  private static final int NEWEST = 0;

  private final ImageryModel imagery;
  private final ComboBox<Integer> year = new ComboBox<>();
  private final Label summary = Controls.paragraph("", "number");
  private final Label gap = Controls.paragraph("", "gap");
  private final Label missing = Controls.paragraph("", "problem");
  private final Button find = new Button("Find…");
  private final Label refusal = Controls.paragraph("", "problem");
  private final CheckBox coarse = new CheckBox("Allow coarse imagery");
  private final Label hint = Controls.paragraph("", "muted");
  private boolean updating;

  /** What the section asks the window for. */
  interface Actions {
    /** Asks for files of imagery. */
    void addFiles();

    /** Asks for a folder of imagery. */
    void addFolder();

    /** Opens the search for imagery online. */
    void findOnline();

    /** Asks where something that is missing lies now. */
    void findPlace(Path lost);
  }

  ImagerySection(ImageryModel imagery, SearchModel search, Actions actions) {
    super("Imagery");
    this.imagery = imagery;
    setId("imagery-section");
    year.setId("imagery-year");
    summary.setId("imagery-summary");
    gap.setId("imagery-gap");
    refusal.setId("imagery-refusal");
    year.setConverter(
        new NameConverter<>(choice -> choice == NEWEST ? "Newest" : Integer.toString(choice)));
    year.valueProperty().addListener((o, was, is) -> choose(is));
    Controls.explain(year, "The year of the imagery to be scored");
    MenuItem files = new MenuItem("Files…");
    files.setOnAction(event -> actions.addFiles());
    MenuItem folder = new MenuItem("Folder…");
    folder.setOnAction(event -> actions.addFolder());
    MenuItem online = new MenuItem("Find online…");
    online.setId("find-online");
    online.setOnAction(event -> actions.findOnline());
    MenuButton add = new MenuButton("Add imagery", null, files, folder, online);
    add.setId("add-imagery");
    HBox line = new HBox(8, Controls.label("Year"), year, Controls.spacer(), add);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    coarse.setId("imagery-coarse");
    coarse.selectedProperty().bindBidirectional(imagery.coarseAllowedProperty());
    Controls.explain(
        coarse, "The network was made for 1 m; on coarser pixels its answers mean less");
    missing.setId("imagery-missing");
    find.setId("imagery-find");
    find.setOnAction(event -> actions.findPlace(imagery.missing().get(0)));
    Controls.explain(find, "Choose the folder that holds it now");
    fill(line, new SearchProgressLine(search), summary, gap, missing, find, refusal, coarse, hint);
    imagery.missing().addListener((javafx.beans.InvalidationListener) change -> showMissing());
    imagery.coverageProperty().addListener((o, was, is) -> show());
    imagery.refusalProperty().addListener((o, was, is) -> show());
    imagery.activityProperty().addListener((o, was, is) -> show());
    imagery.tiles().addListener((javafx.beans.InvalidationListener) change -> show());
    imagery.years().addListener((javafx.beans.InvalidationListener) change -> showYears());
    imagery.yearProperty().addListener((o, was, is) -> showYears());
    showYears();
    showMissing();
  }

  private void choose(@Nullable Integer choice) {
    if (!updating && choice != null) {
      imagery.yearProperty().set(choice == NEWEST ? null : choice);
    }
  }

  private void showYears() {
    updating = true;
    List<Integer> choices = new ArrayList<>(List.of(NEWEST));
    choices.addAll(imagery.years());
    Integer chosen = imagery.yearProperty().get();
    if (chosen != null && !choices.contains(chosen)) {
      choices.add(chosen);
    }
    year.getItems().setAll(choices);
    year.setValue(chosen == null ? Integer.valueOf(NEWEST) : chosen);
    updating = false;
  }

  private void showMissing() {
    List<Path> places = imagery.missing();
    int others = places.size() - 1;
    show(
        missing,
        places.isEmpty()
            ? ""
            : places.get(0)
                + (others > 0 ? " and " + Figures.count(others, "other place") + " are" : " is")
                + " missing. Its jobs and maps stay as they are.");
    Controls.shown(find, !places.isEmpty());
    show();
  }

  private void show() {
    Coverage coverage = imagery.coverageProperty().get();
    boolean covered = coverage != null && !coverage.tiles().isEmpty();
    show(summary, covered ? summary(coverage) : "");
    show(gap, coverage != null && covered ? gap(coverage) : "");
    show(refusal, imagery.refusalProperty().get());
    show(hint, hint(coverage));
    boolean someCoarse = coverage != null && !coverage.refused().isEmpty();
    Controls.shown(coarse, someCoarse || coarse.isSelected());
  }

  private String hint(@Nullable Coverage coverage) {
    String activity = imagery.activityProperty().get();
    if (!activity.isEmpty()) {
      return activity;
    }
    if (imagery.tiles().isEmpty() && !imagery.missing().isEmpty()) {
      return "";
    }
    if (imagery.tiles().isEmpty()) {
      return "No imagery yet. Add NAIP images (GeoTIFF, MRF), drop files or folders on the map, or"
          + " find some online.";
    }
    return coverage == null
        ? Figures.count(imagery.tiles().size(), "image") + " in this project."
        : "";
  }

  private static String summary(Coverage coverage) {
    String years =
        coverage.years().isEmpty()
            ? "no date"
            : coverage.years().keySet().stream()
                .map(String::valueOf)
                .collect(java.util.stream.Collectors.joining(", "));
    return Figures.count(coverage.tiles().size(), "tile")
        + " ("
        + years
        + "), "
        + Figures.count(coverage.chips(), "chip");
  }

  private static String gap(Coverage coverage) {
    // rounding at the edge of an image is no gap
    return coverage.gapHectares() < 0.01
        ? ""
        : Figures.hectares(coverage.gapHectares() * 10_000)
            + " of the region have no imagery (hatched).";
  }

  private static void show(Label label, String text) {
    label.setText(text);
    Controls.shown(label, !text.isEmpty());
  }
}
