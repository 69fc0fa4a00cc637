package org.coverscape.app.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;

/** The look of the window: type, and a light or a dark theme. Stateless. */
public final class Theme {
  private static final String STYLES = "/org/coverscape/styles/";
  private static final List<String> ICONS = List.of("icon-32.png", "icon-64.png", "icon-256.png");
  private static final String FONTS = "/com/formdev/flatlaf/fonts/roboto/";

  private Theme() {}

  /** Loads the one family of type; its figures are all of one width. */
  public static void loadType() {
    for (String file : List.of("Roboto-Regular.ttf", "Roboto-Medium.ttf", "Roboto-Bold.ttf")) {
      try (InputStream in = Theme.class.getResourceAsStream(FONTS + file)) {
        Font.loadFont(Objects.requireNonNull(in, file), 13);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The program's sign, in several sizes. */
  public static List<Image> icons() {
    return ICONS.stream().map(name -> new Image(style(name))).toList();
  }

  /** Dresses a window. */
  public static void apply(Scene scene, boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().setAll(style("coverscape.css"), style(dark ? "dark.css" : "light.css"));
  }

  /** The address of a style sheet or a picture of ours. */
  static String style(String name) {
    return Objects.requireNonNull(Theme.class.getResource(STYLES + name), name).toExternalForm();
  }
}
