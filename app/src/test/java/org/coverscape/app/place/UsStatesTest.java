package org.coverscape.app.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsStatesTest {
  private final UsStates states = UsStates.load();

  private String at(double latitude, double longitude) {
    return states.at(longitude, latitude).map(UsState::code).orElse("");
  }

  private List<String> found(String text) {
    return states.find(text).stream().map(UsState::code).toList();
  }

  @Test
  void thereAreFiftyStatesAndTheDistrict() {
    assertEquals(51, states.all().size());
    assertEquals(51, states.all().stream().map(UsState::code).distinct().count());
    assertEquals("Alabama", states.all().get(0).name());
    assertEquals("Wyoming", states.all().get(50).name());
  }

  @Test
  void knownPointsLieInTheirStates() {
    assertEquals("AZ", at(32.7, -114.6));
    assertEquals("IL", at(41.9, -87.65));
    assertEquals("CA", at(37.87, -122.26));
    assertEquals("DC", at(38.8977, -77.0365));
    assertEquals("VA", at(38.8816, -77.0910));
    assertEquals("MI", at(46.5, -87.4));
    assertEquals("MI", at(42.33, -83.05));
    assertEquals("HI", at(19.7, -155.5));
    assertEquals("AK", at(61.2, -149.9));
    assertEquals("AK", at(52.9, 173.0));
    assertEquals("RI", at(41.82, -71.41));
    assertEquals("ND", at(47.3, -99.2));
    assertEquals("", at(25.0, -90.0));
    assertEquals("", at(49.3, -123.1));
  }

  @Test
  void aPointLiesInOneStateAtMost() {
    for (double latitude = 25.03; latitude < 49; latitude += 0.37) {
      for (double longitude = -124.03; longitude < -67; longitude += 0.41) {
        double x = longitude;
        double y = latitude;
        long count = states.all().stream().filter(state -> state.contains(x, y)).count();
        assertTrue(count <= 1, y + " N " + x + " E lies in " + count);
      }
    }
  }

  @Test
  void ringsAreClosedAndOnTheGlobe() {
    for (UsState state : states.all()) {
      for (double[] ring : state.rings()) {
        assertTrue(ring.length >= 8, state.name());
        assertEquals(ring[0], ring[ring.length - 2], state.name());
        assertEquals(ring[1], ring[ring.length - 1], state.name());
        for (int i = 0; i < ring.length; i += 2) {
          assertTrue(
              Math.abs(ring[i]) <= 180 && ring[i + 1] > 18 && ring[i + 1] < 72, state.name());
        }
      }
    }
  }

  @Test
  void neighboursShareTheirBoundaryPointByPoint() {
    Map<Long, String> colorado = new HashMap<>();
    UsState one = states.find("CO").get(0);
    for (double[] ring : one.rings()) {
      for (int i = 0; i < ring.length; i += 2) {
        colorado.put(key(ring[i], ring[i + 1]), one.code());
      }
    }
    for (String neighbour : List.of("UT", "WY", "NE", "KS", "OK", "NM")) {
      long shared = 0;
      for (double[] ring : states.find(neighbour).get(0).rings()) {
        for (int i = 0; i < ring.length; i += 2) {
          shared += colorado.containsKey(key(ring[i], ring[i + 1])) ? 1 : 0;
        }
      }
      assertTrue(shared >= 2, neighbour + " shares " + shared);
    }
  }

  private static long key(double x, double y) {
    return 31 * Double.doubleToLongBits(x) + Double.doubleToLongBits(y);
  }

  @Test
  void statesAreFoundByCodeAndByName() {
    assertEquals(List.of("NM"), found("nm"));
    assertEquals(List.of("NV"), found("Nevada "));
    assertEquals(List.of("NH", "NJ", "NM", "NY"), found("new"));
    assertEquals(List.of("ND", "SD"), found("dakota"));
    assertEquals("OR", found("or").get(0));
    assertEquals(List.of("VA", "WV"), found("virginia"));
    assertEquals(List.of(), found("  "));
    assertEquals(List.of(), found("atlantis"));
  }

  @Test
  void centresAndBoundsHelpToGoThere() {
    for (UsState state : states.all()) {
      double[] centre = state.centre();
      double[] bounds = state.bounds();
      assertTrue(centre[0] > bounds[0] && centre[0] < bounds[2], state.name());
      assertTrue(centre[1] > bounds[1] && centre[1] < bounds[3], state.name());
      assertTrue(bounds[2] - bounds[0] < 60, state.name());
      Optional<UsState> there = states.at(centre[0], centre[1]);
      assertEquals(Optional.of(state), there, state.name());
    }
    assertEquals(-109.05, states.find("CO").get(0).bounds()[0], 0.01);
    assertEquals(41.0, states.find("CO").get(0).bounds()[3], 0.01);
  }

  @Test
  void theFileIsSmall() throws Exception {
    try (InputStream in = UsStates.class.getResourceAsStream("/org/coverscape/app/us-states.txt")) {
      assertNotNull(in);
      assertTrue(in.readAllBytes().length < 120_000);
    }
  }
}
