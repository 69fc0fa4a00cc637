package org.coverscape.app.view;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import org.coverscape.app.model.Models;
import org.coverscape.app.model.Notices;

/** The ways to have more imagery: files, a folder, a search online, and where a lost place is. */
final class AddImagery implements ImagerySection.Actions {
  private final Models models;
  private final FileDialogs dialogs;
  private final FindPanel panel;
  private final Pop card;
  private final Node window;
  private final Notices notices;

  /** The card of the search opens beside the imagery section of the window. */
  AddImagery(Models models, FileDialogs dialogs, Pops pops, Node window, Notices notices) {
    this.models = models;
    this.dialogs = dialogs;
    this.window = window;
    this.notices = notices;
    panel = new FindPanel(models.search(), dialogs);
    card = pops.over(panel);
    models.search().runningProperty().addListener((o, was, is) -> ended(is));
  }

  /** What a search came to is said elsewhere where its card was closed meanwhile. */
  private void ended(boolean running) {
    if (running || card.isShowing()) {
      return;
    }
    String found = models.search().resultProperty().get();
    String problem = models.search().problemProperty().get();
    if (!problem.isEmpty()) {
      notices.warn(problem);
    } else if (!found.isEmpty()) {
      notices.say(found);
    }
  }

  @Override
  public void addFiles() {
    List<Path> files = dialogs.images();
    if (!files.isEmpty()) {
      models.files().openImagery(files);
    }
  }

  @Override
  public void addFolder() {
    dialogs.imageFolder().ifPresent(folder -> models.files().openImagery(List.of(folder)));
  }

  @Override
  public void findOnline() {
    card.show(window.lookup("#imagery-section"), Side.LEFT);
    panel.focus();
  }

  @Override
  public void findPlace(Path lost) {
    dialogs.folderOf(lost).ifPresent(folder -> models.imagery().find(lost, folder));
  }
}
