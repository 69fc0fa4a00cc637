package org.coverscape.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateFormatTest {
  @Test
  void writesDegreesAndSeconds() {
    MapPoint yuma = MapPoint.ofDegrees(-114.42873, 32.64712);
    assertEquals("32.64712 N 114.42873 W", CoordinateFormat.DEGREES.text(yuma));
    assertEquals("32°38'49.6\"N 114°25'43.4\"W", CoordinateFormat.DMS.text(yuma));
  }

  @Test
  void secondsCarryIntoMinutesAndDegrees() {
    MapPoint nearly = MapPoint.ofDegrees(-9.9999999, 9.9999999);
    assertEquals("10°00'00.0\"N 10°00'00.0\"W", CoordinateFormat.DMS.text(nearly));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "32.5, -114.25",
        "32.5 -114.25",
        "+32.5,-114.25",
        "32.5; -114.25",
        "32,5; -114,25",
        "32.5 N 114.25 W",
        "32.5N,114.25W",
        "N32.5 W114.25",
        "n 32.5, w 114.25",
        "114.25 W 32.5 N",
        "-114.25, 32.5 N",
        "W114.25, N32.5",
        "32°30'00\"N 114°15'00\"W",
        "32°30′ N 114°15′ W",
        "32 30 0 N 114 15 0 W",
        "32 30 -114 15",
        "32:30:00, -114:15:00",
        "  32.5° ,  \u2212114.25°  "
      })
  void readsTheUsualWaysOfWriting(String text) {
    MapPoint point = CoordinateFormat.parse(text).orElseThrow(() -> new AssertionError(text));
    assertEquals(32.5, point.latitude(), 1e-9, text);
    assertEquals(-114.25, point.longitude(), 1e-9, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "32.5",
        "Yuma",
        "91, 10",
        "10, 181",
        "32.5 N 33 N",
        "32.5 E 33 E",
        "-32.5 S 114 W",
        "32 60 0 N 114 0 0 W",
        "32.5 10 N 114 W",
        "1 2 3",
        "1,2,3",
        "32.5 N S 1 W",
        "1 N 2 3 W 4",
        "32.5 114.25 foo",
        "1..2, 3",
        "--1, 2"
      })
  void refusesWhatIsNoPlace(String text) {
    assertEquals(Optional.empty(), CoordinateFormat.parse(text));
  }

  @Test
  void readsBackWhatItWrites() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      double longitude = random.nextDouble() * 359.9 - 179.95;
      double latitude = random.nextDouble() * 169 - 84.5;
      MapPoint point = MapPoint.ofDegrees(longitude, latitude);
      for (CoordinateFormat format : CoordinateFormat.values()) {
        String text = format.text(point);
        MapPoint back = CoordinateFormat.parse(text).orElseThrow(() -> new AssertionError(text));
        assertEquals(longitude, back.longitude(), 2e-5, text);
        assertEquals(latitude, back.latitude(), 2e-5, text);
      }
    }
  }

  @Test
  void anyTextIsEitherAPlaceInTheWorldOrNone() {
    Random random = new Random(11);
    String letters = "0123456789.,;-+ NSEW°'\":\u2032x";
    int places = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Optional<MapPoint> place = CoordinateFormat.parse(text.toString());
      if (place.isPresent()) {
        places++;
        assertTrue(Math.abs(place.get().longitude()) <= 180.000001, text.toString());
        assertTrue(Math.abs(place.get().latitude()) <= 90, text.toString());
      }
    }
    assertTrue(places > 10, "some of the texts are places");
  }
}
