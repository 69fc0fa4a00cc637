package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.map.MapPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coordinates under the mouse, and lines that are measured. */
class PlaceTextTest {
  private static final MapPoint PLACE = MapPoint.ofDegrees(-114.42873, 32.64712);

  @TempDir Path folder;

  @Test
  void degreesThenMinutesThenMetresThenDegreesAgain() throws Exception {
    try (Office office = new Office(folder)) {
      PlaceText place = new PlaceText(office.settings, office.background);
      assertEquals("–", place.textProperty().get());
      place.next();
      assertEquals("dms", office.settings.get().coordinates());
      place.next();
      place.next();
      place.show(PLACE);
      String degrees = place.textProperty().get();
      assertTrue(degrees.contains("32.64712") && degrees.contains("114.42873"), degrees);
      place.next();
      assertTrue(place.textProperty().get().contains("32°38"), place.textProperty().get());
      place.next();
      office.until("metres", () -> place.textProperty().get().startsWith("11"));
      assertTrue(
          place.textProperty().get().matches("11N 7\\d\\d,\\d{3} E 3,61\\d,\\d{3} N"),
          place.textProperty().get());
      place.show(null);
      assertTrue(place.textProperty().get().startsWith("11"), "the last place stays");
      // metres that are being worked out do not come over degrees
      place.show(PLACE);
      place.next();
      assertEquals(degrees, place.textProperty().get());
      List<Integer> done = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        office.background.run(() -> 1, done::add, sentence -> {});
      }
      office.until("the background is done", () -> done.size() == 8);
      assertEquals(degrees, place.textProperty().get());
    }
  }

  @Test
  void theProjectsSystemIsTheZoneOfItsRegion() throws Exception {
    try (Office office = new Office(folder)) {
      PlaceText place = new PlaceText(office.settings, office.background);
      place.showProject(Office.ground(1));
      office.until("it is named", () -> !place.projectSystemProperty().get().isEmpty());
      assertEquals("NAD83 / UTM zone 14N", place.projectSystemProperty().get());
      place.showProject(null);
      assertEquals("", place.projectSystemProperty().get());
    }
  }

  @Test
  void aLineIsMeasuredOnTheEllipsoid() throws Exception {
    try (Office office = new Office(folder)) {
      MeasureModel measure = new MeasureModel(office.background);
      List<String> told = new ArrayList<>();
      measure.measure(List.of(PLACE), told::add);
      assertEquals(List.of(""), told);
      // one minute of latitude at 40° N is 1,850.6 m
      measure.measure(
          List.of(MapPoint.ofDegrees(-98, 40), MapPoint.ofDegrees(-98, 40 + 1 / 60.0)), told::add);
      office.until("it is measured", () -> told.size() == 2);
      assertEquals(1.8506, Double.parseDouble(told.get(1).replace(" km", "")), 0.0005);
    }
  }
}
