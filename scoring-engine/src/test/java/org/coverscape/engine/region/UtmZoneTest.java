package org.coverscape.engine.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UtmZoneTest {
  @Test
  void holdsPointsByTheirLongitude() {
    assertEquals(new UtmZone(11, true), UtmZone.containing(-117, 33));
    assertEquals(new UtmZone(11, true), UtmZone.containing(-120, 0));
    assertEquals(new UtmZone(10, true), UtmZone.containing(-120.0001, 33));
    assertEquals(new UtmZone(19, false), UtmZone.containing(-69, -0.1));
    assertEquals(new UtmZone(1, true), UtmZone.containing(-180, 10));
    assertEquals(new UtmZone(1, true), UtmZone.containing(180, 10));
    assertEquals(new UtmZone(60, true), UtmZone.containing(179.9999, 10));
  }

  @Test
  void isNad83WhereNaipIs() {
    assertEquals(26911, new UtmZone(11, true).epsg());
    assertEquals(26923, new UtmZone(23, true).epsg());
    assertEquals(32624, new UtmZone(24, true).epsg());
    assertEquals(32711, new UtmZone(11, false).epsg());
    assertEquals("11N", new UtmZone(11, true).toString());
  }

  @Test
  void isReadFromTextAndFromSystems() {
    assertEquals(new UtmZone(11, true), UtmZone.parse(" 11 "));
    assertEquals(new UtmZone(9, false), UtmZone.parse("9s"));
    for (String text : new String[] {"", "0", "61", "11X", "-3", "99999999999"}) {
      assertThrows(IllegalArgumentException.class, () -> UtmZone.parse(text), text);
    }
    assertEquals(Optional.of(new UtmZone(11, true)), UtmZone.of(Crs.ofEpsg(32611)));
    assertEquals(Optional.of(new UtmZone(11, false)), UtmZone.of(Crs.ofEpsg(32711)));
    assertEquals(Optional.empty(), UtmZone.of(Crs.ofEpsg(5070)));
    assertEquals(Optional.empty(), UtmZone.of(Crs.WGS84));
  }
}
