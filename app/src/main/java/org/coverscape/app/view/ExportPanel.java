package org.coverscape.app.view;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.coverscape.app.model.ExportModel;
import org.coverscape.engine.export.ExportFormat;

/** Chooses formats and a folder, and writes the files; lies beside the map and blocks nothing. */
final class ExportPanel extends VBox {
  private static final double WIDTH = 430;

  private final ExportModel export;
  private final Map<ExportFormat, CheckBox> formats = new EnumMap<>(ExportFormat.class);
  private final TextField folder = new TextField();
  private final TextField crs = new TextField();
  private String proposed = "";
  private final Label conflict = Controls.paragraph("", "poor");
  private final Label problem = Controls.paragraph("", "problem");
  private final Label done = Controls.paragraph("", "good");

  ExportPanel(ExportModel export) {
    this.export = export;
    setId("export-panel");
    getStyleClass().add("panel");
    // sentences wrap at it, however long the paths in them are
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    getChildren().add(Controls.label("Export land cover", "panel-title"));
    for (ExportFormat format : ExportFormat.values()) {
      CheckBox box = new CheckBox(ExportModel.words(format));
      box.setId("export-" + format.label());
      box.setSelected(format == ExportFormat.GEOTIFF || format == ExportFormat.SHAPEFILE);
      formats.put(format, box);
      getChildren().add(box);
    }
    folder.setId("export-folder");
    folder.setPromptText("Folder");
    folder.setPrefColumnCount(26);
    crs.setId("export-crs");
    crs.setPromptText("The map's own, or for example EPSG:5070");
    Controls.explain(crs, "Coordinate system of rasters and patches; empty for the map's own");
    problem.setId("export-problem");
    done.setId("export-done");
    getChildren()
        .addAll(
            Controls.label("Folder", "muted"),
            folderLine(),
            Controls.label("Coordinate system", "muted"),
            crs,
            conflict,
            problem,
            done,
            writeLine());
    conflict.setId("export-conflict");
    export.conflictProperty().addListener((o, was, is) -> show(conflict, is));
    formats
        .values()
        .forEach(box -> box.selectedProperty().addListener((o, was, is) -> export.reconsider()));
    folder.textProperty().addListener((o, was, is) -> export.reconsider());
    show(conflict, "");
    export.problemProperty().addListener((o, was, is) -> show(problem, is));
    export.doneProperty().addListener((o, was, is) -> show(done, is));
    show(problem, "");
    show(done, "");
  }

  /** Proposes a folder, unless the user has named one. */
  void propose(Path where) {
    if (folder.getText().isBlank() || folder.getText().equals(proposed)) {
      // each job has a folder of its own: another one's files are not written over
      proposed = where.toString();
      folder.setText(proposed);
    }
    show(done, "");
  }

  private HBox folderLine() {
    Button choose = Controls.button("Choose…", this::chooseFolder);
    HBox.setHgrow(folder, Priority.ALWAYS);
    return new HBox(8, folder, choose);
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Folder for the exported files");
    File now = new File(folder.getText());
    if (now.isDirectory()) {
      chooser.setInitialDirectory(now);
    }
    File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen != null) {
      folder.setText(chosen.getPath());
    }
  }

  private Node writeLine() {
    Button write = Controls.button("Export", this::write, "accent");
    write.setId("export-write");
    ProgressBar busy = new ProgressBar(-1);
    busy.setPrefWidth(120);
    write
        .textProperty()
        .bind(export.conflictProperty().map(text -> text.isEmpty() ? "Export" : "Replace"));
    write.disableProperty().bind(export.busyProperty());
    Button cancel = Controls.button("Cancel", export::cancel);
    cancel.visibleProperty().bind(export.busyProperty());
    busy.visibleProperty().bind(export.busyProperty());
    HBox line = new HBox(8, write, busy, cancel);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return line;
  }

  private void write() {
    Set<ExportFormat> chosen = EnumSet.noneOf(ExportFormat.class);
    formats.forEach(
        (format, box) -> {
          if (box.isSelected()) {
            chosen.add(format);
          }
        });
    if (chosen.isEmpty() || folder.getText().isBlank()) {
      show(problem, "Choose at least one format and a folder.");
      return;
    }
    export.export(chosen, Path.of(folder.getText().strip()), crs.getText());
  }

  private static void show(Label label, String text) {
    label.setText(text);
    Controls.shown(label, !text.isEmpty());
  }
}
