package org.coverscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coverscape search} over Items of two years that lie side by side. */
class SearchCommandTest {
  /** About 1.8 km × 0.7 km at the western end of the images' common edge. */
  private static final String REGION = "--region=-116.999,36.1375,-116.979,36.1435";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path folder;

  @BeforeEach
  void writeItems() throws IOException {
    Files.createDirectory(folder.resolve("items"));
    item("west", 500_000, 2018, 1);
    item("east", 501_000, 2021, 1);
    item("coarse", 500_000, 2016, 30);
    Files.writeString(folder.resolve("items/broken.json"), "{");
  }

  private void item(String id, int west, int year, int step) throws IOException {
    String text =
        """
        {"type": "Feature", "id": "%1$s", "links": [],
         "properties": {"datetime": "%3$d-06-15T17:00:00Z", "proj:code": "EPSG:26911",
           "proj:shape": [1000, 1000], "proj:transform": [%4$d, 0, %2$d, 0, -%4$d, 4000000]},
         "assets": {"image": {"href": "https://images.example/%1$s.tif", "type": "image/tiff",
           "roles": ["data"], "eo:bands": [{}, {}, {}, {}]}}}"""
            .formatted(id, west, year, step);
    Files.writeString(folder.resolve("items/" + id + ".json"), text);
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    List<String> line = new ArrayList<>(List.of("search", "--catalog", kept()));
    line.addAll(List.of(arguments));
    return Main.run(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false),
        line.toArray(String[]::new));
  }

  private String kept() {
    return folder.resolve("kept.sqlite").toString();
  }

  private String items() {
    return folder.resolve("items").toString();
  }

  private JsonNode json(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(REGION, "--json"));
    all.addAll(List.of(arguments));
    assertEquals(ExitCode.DONE, run(all.toArray(String[]::new)), err::toString);
    return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void yearsImagesAndGapsAreTold() throws IOException {
    JsonNode result = json("--stac", items());
    assertEquals(3, result.path("images").size());
    assertEquals("east", result.path("images").path(0).path("id").asText());
    assertEquals(
        "https://images.example/east.tif", result.path("images").path(0).path("location").asText());
    JsonNode years = result.path("years");
    assertEquals("[2016,2018,2021]", years.findValues("year").toString().replace(" ", ""));
    assertEquals(0, years.path(0).path("percent").asDouble(), 1e-9);
    double parts =
        years.path(1).path("percent").asDouble() + years.path(2).path("percent").asDouble();
    assertEquals(result.path("percent").asDouble(), parts, 0.01);
    assertTrue(
        result.path("complete").asBoolean() || result.path("gap").path("hectares").asDouble() > 0);
    assertEquals("coarse.tif", name(result.path("unsuitable").path(0)));
    assertEquals("broken.json", name(result.path("unread").path(0)));
    assertTrue(result.path("offline").isNull());
  }

  private static String name(JsonNode row) {
    return row.path("location").asText().replaceAll(".*/", "");
  }

  @Test
  void onlySomeYearsCanBeAskedFor() throws IOException {
    JsonNode result = json("--stac", items(), "--year", "2015-2018");
    assertEquals(2, result.path("images").size());
    assertEquals(ExitCode.REFUSED, run(REGION, "--stac", items(), "--year", "1999"));
    assertEquals(
        "coverscape: No imagery of 1999 that can be read touches the region; the first reason: It is"
            + " not valid JSON near line 1; check the address or get the file again.",
        err.toString(StandardCharsets.UTF_8).lines().reduce((first, last) -> last).orElse(""));
  }

  @Test
  void aPersonReadsATable() {
    assertEquals(ExitCode.DONE, run(REGION, "--stac", items()), err::toString);
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("year  images  covered"), said);
    assertTrue(said.contains("2021-06-15"), said);
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("coarse.tif cannot be scored"), said);
  }

  @Test
  void withoutTheNetworkWhatWasFoundBeforeCounts() throws IOException {
    String gone;
    try (ServerSocket free = new ServerSocket(0)) {
      gone = "http://127.0.0.1:" + free.getLocalPort() + "/";
    }
    assertEquals(ExitCode.REFUSED, run(REGION, "--stac", gone));
    assertTrue(
        err.toString(StandardCharsets.UTF_8).contains("No imagery of this region"), err::toString);
    json("--stac", items());
    JsonNode result = json("--stac", gone);
    assertEquals(3, result.path("images").size());
    assertTrue(
        result.path("offline").asText().contains("3 images of this region"), result::toString);
    assertEquals(3, json().path("images").size());
  }

  @Test
  void yearsAreReadAsTheyAreWritten() {
    assertEquals(List.of(2012, 2015, 2016), Years.parse("2015-2016, 2012,2015"));
    assertEquals(List.of(), Years.parse("latest"));
    for (String text : List.of("", "20", "2018-2012", "0001-9999", "2018,")) {
      assertThrows(UserException.class, () -> Years.parse(text), text);
    }
  }
}
