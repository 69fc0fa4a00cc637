package org.coverscape.app.model;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.coverscape.app.geo.MapPlace;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.Latest;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.coverscape.map.CoordinateFormat;
import org.coverscape.map.MapPoint;
import org.jspecify.annotations.Nullable;

/**
 * The coordinates under the mouse, in the way the user likes to read them, and the project's own
 * system. Used on the screen's thread; UTM is worked out in the background.
 */
public final class PlaceText {
  private static final List<String> FORMATS = List.of("degrees", "dms", "utm");
  private static final String NOWHERE = "–";

  private final SettingsModel settings;
  private final Latest projecting;
  private final Latest naming;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", NOWHERE);
  private final ReadOnlyStringWrapper projectSystem =
      new ReadOnlyStringWrapper(this, "projectSystem", "");
  private @Nullable MapPoint place;

  /** No place yet. */
  public PlaceText(SettingsModel settings, Background background) {
    this.settings = settings;
    projecting = Latest.following(background);
    naming = new Latest(background);
  }

  /** The coordinates. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** The name of the project's system; empty before there is a region. */
  public ReadOnlyStringProperty projectSystemProperty() {
    return projectSystem.getReadOnlyProperty();
  }

  /** The mouse is over some ground; null when it has left the map: the last place stays. */
  public void show(@Nullable MapPoint ground) {
    if (ground != null) {
      place = ground;
      write();
    }
  }

  /** The project's system is the zone of its region. */
  public void showProject(@Nullable Region region) {
    if (region == null) {
      naming.cancel();
      projectSystem.set("");
    } else {
      naming.ask(() -> region.zone().crs().name(), projectSystem::set, sentence -> {});
    }
  }

  /** Writes coordinates in the next way. */
  public void next() {
    int now = FORMATS.indexOf(settings.get().coordinates());
    settings.change(s -> s.withCoordinates(FORMATS.get((now + 1) % FORMATS.size())));
    write();
  }

  private void write() {
    MapPoint ground = place;
    if (ground == null) {
      return;
    }
    switch (settings.get().coordinates()) {
      case "dms" -> write(CoordinateFormat.DMS.text(ground));
      case "utm" -> projecting.ask(() -> utm(ground), text::set, sentence -> text.set(NOWHERE));
      default -> write(CoordinateFormat.DEGREES.text(ground));
    }
  }

  private void write(String now) {
    projecting.cancel();
    text.set(now);
  }

  private static String utm(MapPoint ground) {
    UtmZone zone = UtmZone.containing(ground.longitude(), ground.latitude());
    double[] xy = {ground.x(), ground.y()};
    MapPlace.screen().to(zone.crs()).transform(xy, 1);
    return String.format(Locale.ROOT, "%s %,.0f E %,.0f N", zone, xy[0], xy[1]);
  }
}
