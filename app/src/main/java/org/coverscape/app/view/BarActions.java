package org.coverscape.app.view;

import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import org.coverscape.app.model.Models;
import org.coverscape.app.model.Notices;
import org.coverscape.map.CoordinateFormat;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPane;
import org.coverscape.map.MapPoint;

/** What the bar at the top does to the window. On the screen's thread. */
final class BarActions implements TopBar.Actions {
  private static final double POINT_METRES = 2_000;

  private final Models models;
  private final MainWindow.Surroundings surroundings;
  private final MapPane map;
  private final Notices notices;
  private final Pops pops;
  private final ShortcutSheet shortcuts;
  private final Tour tour;
  private final Node window;

  BarActions(
      Models models,
      MainWindow.Surroundings surroundings,
      MapPane map,
      Notices notices,
      Pops pops,
      ShortcutSheet shortcuts,
      Tour tour,
      Node window) {
    this.models = models;
    this.surroundings = surroundings;
    this.map = map;
    this.notices = notices;
    this.pops = pops;
    this.shortcuts = shortcuts;
    this.tour = tour;
    this.window = window;
  }

  @Override
  public void search(String text) {
    // keys belong to the map again
    map.requestFocus();
    Optional<MapPoint> point = CoordinateFormat.parse(text);
    if (point.isPresent()) {
      map.show(MapBox.of(point.get()).padded(POINT_METRES), true);
      return;
    }
    surroundings.findPlace(
        text,
        found ->
            found.ifPresentOrElse(
                box -> map.show(box, true),
                () ->
                    notices.warn(
                        "No place called '"
                            + text.strip()
                            + "' is known; type a US state, or latitude and longitude.")));
  }

  @Override
  public void showShortcuts() {
    shortcuts.toggle();
  }

  @Override
  public void showTour() {
    tour.start();
  }

  @Override
  public void chooseBaseMap() {
    BaseMapPanel panel = new BaseMapPanel(models.settings());
    Pop card = pops.over(panel);
    panel.setOnShow(
        (address, credit) -> {
          card.hide();
          surroundings.showBaseMap(address, credit);
        });
    card.show(window.lookup("#settings"), Side.BOTTOM);
  }

  @Override
  public void showAbout() {
    pops.over(new AboutPanel()).show(window.lookup("#settings"), Side.BOTTOM);
  }
}
