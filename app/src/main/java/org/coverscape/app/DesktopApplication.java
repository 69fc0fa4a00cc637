package org.coverscape.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.coverscape.app.files.UserFolders;
import org.coverscape.app.view.MainWindow;
import org.coverscape.app.view.Theme;
import org.coverscape.map.MapBox;
import org.jspecify.annotations.Nullable;

/** The desktop application: makes the window, opens what is to be opened, and ends in order. */
public final class DesktopApplication extends Application {
  private static final String SAMPLE = "--sample";
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 700;
  private static final double WIDTH = 1320;
  private static final double HEIGHT = 880;

  private @Nullable Desk desk;

  @Override
  public void start(Stage stage) {
    Theme.loadType();
    Desk made = new Desk(UserFolders.standard());
    desk = made;
    MainWindow window = made.window(new Surroundings(made));
    Scene scene = window.scene();
    Theme.apply(scene, made.settings().get().dark());
    made.settings()
        .settingsProperty()
        .addListener(
            (o, was, is) -> {
              if (was.dark() != is.dark()) {
                Theme.apply(scene, is.dark());
              }
            });
    stage.setTitle("Coverscape");
    made.title().addListener((o, was, is) -> stage.setTitle(is));
    stage.getIcons().setAll(Theme.icons());
    stage.setScene(scene);
    stage.setOnCloseRequest(
        event -> {
          if (!made.mayClose(stage::close)) {
            event.consume();
          }
        });
    stage.setOnHidden(event -> window.close());
    stage
        .focusedProperty()
        .addListener(
            (o, was, is) -> {
              if (!is) {
                window.lostFocus();
              }
            });
    size(stage);
    Optional<Path> project = project(made, getParameters().getRaw());
    stage.show();
    made.whenSettled(
        () -> {
          stage.setMinWidth(LEAST_WIDTH);
          stage.setMinHeight(LEAST_HEIGHT);
          // some window managers give a new window the least size that it may have
          size(stage);
        });
    made.begin();
    project.ifPresentOrElse(made.models().project()::open, made::openSample);
    if (!made.settings().get().tourSeen()) {
      made.whenSettled(window::startTour);
    }
  }

  private static void size(Stage stage) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.min(WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
  }

  /** The project to open: the one that is named, or the last that is still there. */
  private static Optional<Path> project(Desk desk, List<String> arguments) {
    if (arguments.contains(SAMPLE)) {
      return Optional.empty();
    }
    return arguments.stream()
        .filter(argument -> !argument.startsWith("--"))
        .findFirst()
        .map(named -> Path.of(named).toAbsolutePath())
        .or(
            () ->
                desk.settings().get().recent().stream()
                    .map(Path::of)
                    .filter(Files::exists)
                    .findFirst());
  }

  @Override
  public void stop() throws InterruptedException {
    if (desk != null) {
      desk.close();
    }
  }

  private record Surroundings(Desk desk) implements MainWindow.Surroundings {
    @Override
    public void openSample() {
      desk.openSample();
    }

    @Override
    public void findPlace(String name, Consumer<Optional<MapBox>> found) {
      desk.findPlace(name, found);
    }

    @Override
    public Path projects() {
      return desk.folders().projects();
    }

    @Override
    public void showBaseMap(String address, String credit) {
      desk.showBaseMap(address, credit);
    }
  }
}
