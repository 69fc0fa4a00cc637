package org.coverscape.engine.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** Real Items of NAIP, where the shared data are beside the project. */
class RealItemsTest {
  private static final SearchArea CONTINENT =
      SearchArea.around(Region.ofDegrees(-130, 20, -60, 50));

  private static List<IndexOutcome> read(Path folder) throws Exception {
    List<IndexOutcome> outcomes = new ArrayList<>();
    new StacCatalog(new Unplugged())
        .find(
            StacSource.parse(folder.toString()),
            new StacQuery(CONTINENT, new TreeSet<>(), OptionalDouble.empty()),
            outcomes::add);
    return outcomes;
  }

  @Test
  void allAreReadWithoutOpeningAnImage() throws Exception {
    List<IndexOutcome> outcomes = read(Entries.real());
    assertEquals(120, outcomes.size());
    for (IndexOutcome outcome : outcomes) {
      assertTrue(outcome instanceof IndexOutcome.Indexed, outcome.toString());
      check(((IndexOutcome.Indexed) outcome).tile());
    }
  }

  @Test
  void aSearchFindsTheSameInPages() throws Exception {
    List<JsonNode> items = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Entries.real(), "*.json")) {
      for (Path file : files) {
        items.add(Entries.json(Files.readString(file)));
      }
    }
    Region atlanta = Region.ofDegrees(-84.56, 33.63, -84.50, 33.68);
    try (StacServer server = new StacServer()) {
      server.api(List.of(), "GET", "POST").pages(items, 11);
      Search search =
          Search.of(
              StacSource.parse(server.url("/api")), StacQuery.of(atlanta, List.of(2013, 2021)));
      Set<Integer> years = new TreeSet<>();
      search.tiles().forEach(tile -> years.add(tile.year().orElseThrow()));
      assertEquals(Set.of(2013, 2021), years);
      assertEquals(List.of(), search.refused());
      assertEquals(22, server.asked("/api/search").size());
    }
  }

  private static void check(ImageryTile tile) {
    assertEquals(4, tile.bands(), tile.id());
    assertTrue(tile.gsd() >= 0.3 - 1e-9 && tile.gsd() <= 1 + 1e-9, tile.id());
    assertTrue(tile.id().startsWith("m_"), tile.id());
    // the name says the quadrangle's place: m_LLOOO, degrees north and west
    Envelope box = tile.footprint().getEnvelopeInternal();
    assertEquals(Integer.parseInt(tile.id().substring(2, 4)), Math.floor(box.centre().y));
    assertEquals(Integer.parseInt(tile.id().substring(4, 7)), Math.floor(-box.centre().x));
    String day = tile.date().orElseThrow().toString().replace("-", "");
    assertTrue(tile.id().contains("_" + day), tile.id() + " " + day);
  }
}
