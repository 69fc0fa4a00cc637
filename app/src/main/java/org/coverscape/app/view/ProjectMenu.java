package org.coverscape.app.view;

import java.io.File;
import java.nio.file.Path;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;
import org.coverscape.app.model.ProjectModel;
import org.coverscape.app.model.SettingsModel;
import org.coverscape.engine.project.Project;

/** The project's name and what can be done with projects. */
final class ProjectMenu extends MenuButton {
  private final ProjectModel project;
  private final SettingsModel settings;
  private final Path projects;
  private final Menu recent = new Menu("Recent projects");

  ProjectMenu(ProjectModel project, SettingsModel settings, Path projects, Runnable openSample) {
    this.project = project;
    this.settings = settings;
    this.projects = projects;
    setId("project-menu");
    getStyleClass().add("flat");
    MenuItem create = item("New project…", this::create);
    create.setId("project-new");
    MenuItem sample = item("Open the sample", openSample);
    sample.setId("project-sample");
    getItems()
        .setAll(
            create,
            item("Open project…", this::open),
            recent,
            sample,
            new SeparatorMenuItem(),
            item("Save a copy as…", this::saveAs));
    setOnShowing(event -> showRecent());
    textProperty()
        .bind(
            project
                .nameProperty()
                .map(name -> name.isEmpty() ? "Project" : name)
                .flatMap(
                    name ->
                        project
                            .readOnlyProperty()
                            .map(why -> why.isEmpty() ? name : name + " (not saved)")));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void showRecent() {
    recent
        .getItems()
        .setAll(
            settings.get().recent().stream()
                .map(
                    path ->
                        item(ProjectModel.nameOf(Path.of(path)), () -> project.open(Path.of(path))))
                .toList());
    recent.setDisable(recent.getItems().isEmpty());
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("Coverscape project", "*" + ProjectModel.ENDING));
    if (projects.toFile().isDirectory()) {
      chooser.setInitialDirectory(projects.toFile());
    }
    return chooser;
  }

  private void create() {
    File chosen = chooser("New project").showSaveDialog(getScene().getWindow());
    if (chosen != null) {
      Path file = withEnding(chosen);
      project.create(file, Project.empty(ProjectModel.nameOf(file)));
    }
  }

  /** Lets the user choose a project to open. */
  void open() {
    File chosen = chooser("Open project").showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      project.open(chosen.toPath());
    }
  }

  private void saveAs() {
    File chosen = chooser("Save a copy of the project").showSaveDialog(getScene().getWindow());
    if (chosen != null) {
      project.saveAs(withEnding(chosen));
    }
  }

  private static Path withEnding(File chosen) {
    String path = chosen.getPath();
    return Path.of(path.endsWith(ProjectModel.ENDING) ? path : path + ProjectModel.ENDING);
  }
}
