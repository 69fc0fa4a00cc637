package org.coverscape.app.view;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.coverscape.app.model.ServicesModel;
import org.coverscape.app.model.SettingsModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The bar at the head of the window: project, search, services, theme, settings. */
final class TopBar extends HBox {
  /** What the menu of the bar does. */
  interface Actions {
    /** Goes to a place that was typed. */
    void search(String text);

    /** Lists the keys. */
    void showShortcuts();

    /** Begins the tour. */
    void showTour();

    /** Names a base map. */
    void chooseBaseMap();

    /** Says what this program is. */
    void showAbout();
  }

  private final TextField search = new TextField();
  private final Button services = new Button();
  private final Pop servicesPanel;

  TopBar(
      ProjectMenu project,
      ServicesModel health,
      SettingsModel settings,
      Pops pops,
      Actions actions) {
    setId("top-bar");
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    search.setId("search");
    search.setPromptText("Place or latitude, longitude");
    search.setPrefWidth(260);
    search.setOnAction(event -> actions.search(search.getText()));
    servicesPanel = pops.over(new ServicesPanel(health));
    services.setId("services");
    services.getStyleClass().add("flat");
    Circle light = new Circle(5);
    HealthLight.bind(light, health.summaryProperty());
    services.setGraphic(light);
    services.textProperty().bind(health.summaryProperty().map(h -> h.sentence()));
    services.setOnAction(event -> toggleServices());
    Controls.explain(services, "The services that score the chips");
    getChildren()
        .addAll(
            Controls.label("Coverscape", "brand"),
            project,
            searchBox(),
            Controls.spacer(),
            services,
            theme(settings),
            menu(settings, actions));
  }

  /** Shows or hides the services. */
  void toggleServices() {
    servicesPanel.toggle(services, Side.BOTTOM);
  }

  /** Puts the caret into the search box. */
  void focusSearch() {
    search.requestFocus();
  }

  private HBox searchBox() {
    HBox box = new HBox(4, Controls.icon(Material2OutlinedMZ.SEARCH), search);
    box.getStyleClass().add("search");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static Button theme(SettingsModel settings) {
    Button theme =
        Controls.iconButton(
            Material2OutlinedMZ.NIGHTS_STAY,
            "Light or dark",
            () -> settings.change(s -> s.withDark(!s.dark())));
    theme.setId("theme");
    FontIcon icon = (FontIcon) theme.getGraphic();
    settings.settingsProperty().addListener((o, was, is) -> icon.setIconCode(sign(is.dark())));
    icon.setIconCode(sign(settings.get().dark()));
    return theme;
  }

  private static Material2OutlinedMZ sign(boolean dark) {
    return dark ? Material2OutlinedMZ.WB_SUNNY : Material2OutlinedMZ.NIGHTS_STAY;
  }

  private static MenuButton menu(SettingsModel settings, Actions actions) {
    MenuButton menu = new MenuButton(null, Controls.icon(Material2OutlinedMZ.SETTINGS));
    menu.setId("settings");
    menu.getStyleClass().addAll("flat", "icon-button");
    Controls.explain(menu, "Settings and help");
    CheckMenuItem safe = new CheckMenuItem("Colour-blind-safe palette");
    safe.setId("palette-safe");
    safe.setSelected(settings.get().colourBlindSafe());
    safe.setOnAction(event -> settings.change(s -> s.withColourBlindSafe(safe.isSelected())));
    menu.getItems()
        .setAll(
            safe,
            item("Base map…", actions::chooseBaseMap),
            new SeparatorMenuItem(),
            item("Keys (F1)", actions::showShortcuts),
            item("Tour", actions::showTour),
            item("About Coverscape", actions::showAbout));
    return menu;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }
}
