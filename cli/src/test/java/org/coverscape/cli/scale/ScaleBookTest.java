package org.coverscape.cli.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document says what the model says. */
class ScaleBookTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "scale.md");

  @ParameterizedTest
  @ValueSource(
      strings = {"2018", "2018-cores", "2018-sizes", "clients", "sensitivity", "slow-machine"})
  void eachTableOfTheDocumentIsTheComputedOne(String name) throws IOException {
    String document = Files.readString(DOCUMENT);
    String begin = "<!-- computed: " + name + " -->";
    int from = document.indexOf(begin);
    assertTrue(from >= 0, "no table " + name);
    String written = document.substring(from, document.indexOf("<!-- end -->", from));
    String computed = Objects.requireNonNull(ScaleBook.tables().get(name)).get();
    assertEquals(begin + "\n" + computed, written, "run: coverscape bench --simulate --out DIR");
  }

  @Test
  void everyTableHasItsPlaceInTheDocument() throws IOException {
    String document = Files.readString(DOCUMENT);
    for (String name : ScaleBook.tables().keySet()) {
      assertTrue(document.contains("<!-- computed: " + name + " -->"), name);
    }
  }

  @Test
  void scoringIn2018WasAsLongAsItsDevicesNeeded() {
    Forecast forecast = Forecast.of(Setups.of2018(1, 4, 0.001));
    double devices = Known.CHIPS / (Known.SERVICES * Known.SERVICE_RATE);
    assertEquals(Known.SCORING_2018, devices, 2);
    assertEquals(Known.WALL_2018, forecast.seconds(), 0.01 * Known.WALL_2018);
  }
}
