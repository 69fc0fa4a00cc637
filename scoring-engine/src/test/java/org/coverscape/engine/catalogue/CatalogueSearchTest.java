package org.coverscape.engine.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.stac.StacCatalog;
import org.coverscape.engine.stac.StacException;
import org.coverscape.engine.stac.StacSource;
import org.coverscape.engine.stac.StacTransport;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogueSearchTest {
  private static final String ROOT = "https://stac.example/catalog.json";
  private static final Region GROUND = Region.ofDegrees(-117.01, 36.10, -116.95, 36.17);

  private final Shelf shelf = new Shelf();
  private final SqliteTileCatalog kept = SqliteTileCatalog.inMemory();
  private final CatalogueSearch search = new CatalogueSearch(new StacCatalog(shelf), kept);

  /** Documents by address; what is not there cannot be reached. */
  private static final class Shelf implements StacTransport {
    private final Map<String, String> documents = new HashMap<>();
    private boolean interrupts;

    @Override
    public Reply get(URI address) throws IOException {
      if (interrupts) {
        Thread.currentThread().interrupt();
      }
      String text = documents.get(address.toString());
      if (text == null) {
        throw new IOException(address.getHost() + " cannot be reached.");
      }
      return new Reply(200, text);
    }

    @Override
    public Reply post(URI address, String json) {
      return new Reply(405, "");
    }

    /** A static catalogue of images of some years. */
    void put(int... years) {
      StringBuilder links = new StringBuilder();
      for (int year : years) {
        links.append(links.isEmpty() ? "" : ", ");
        links.append("{\"rel\": \"item\", \"href\": \"").append(year).append(".json\"}");
        documents.put(
            "https://stac.example/" + year + ".json",
            """
            {"type": "Feature", "id": "%1$d", "links": [],
             "properties": {"datetime": "%1$d-06-15T17:00:00Z", "proj:code": "EPSG:26911",
               "proj:shape": [800, 1000], "proj:transform": [1, 0, 500000, 0, -1, 4000000]},
             "assets": {"image": {"href": "%1$d.tif", "type": "image/tiff", "roles": ["data"],
               "eo:bands": [{}, {}, {}, {}]}}}"""
                .formatted(year));
      }
      documents.put(ROOT, "{\"type\": \"Catalog\", \"id\": \"c\", \"links\": [" + links + "]}");
    }
  }

  @AfterEach
  void close() {
    kept.close();
  }

  private static CatalogueSearch.Question question(Integer... years) {
    return new CatalogueSearch.Question(StacSource.parse(ROOT), GROUND, List.of(years), false);
  }

  private CatalogueSearch.Result run(Integer... years) throws IOException {
    return search.run(question(years), (pages, images) -> {});
  }

  private static List<String> ids(List<ImageryTile> images) {
    return images.stream().map(ImageryTile::id).sorted().toList();
  }

  @Test
  void whatIsFoundIsKept() throws IOException {
    shelf.put(2018, 2021);
    CatalogueSearch.Result result = run();
    assertEquals(List.of("2018", "2021"), ids(result.images()));
    assertTrue(result.offline().isEmpty());
    assertEquals(List.of("2018", "2021"), ids(kept.all()));
    assertEquals(List.of("2021"), ids(run(2021).images()));
  }

  @Test
  void progressIsTold() throws IOException {
    shelf.put(2018, 2019, 2021);
    List<String> told = new ArrayList<>();
    search.run(question(), (pages, images) -> told.add(pages + ":" + images));
    assertEquals(List.of("1:0", "2:1", "3:2"), told);
  }

  @Test
  void whatWasFoundEarlierHasToDoWithoutTheNetwork() throws IOException {
    shelf.put(2018, 2021);
    run();
    shelf.documents.clear();
    CatalogueSearch.Result result = run(2018);
    assertEquals("stac.example cannot be reached.", result.offline().orElse(""));
    assertEquals(List.of("2018"), ids(result.images()));
    kept.clear();
    assertEquals(List.of(), run().images());
  }

  @Test
  void aCatalogueThatIsNoneIsAFault() {
    shelf.documents.put(ROOT, "{\"hello\": 1}");
    StacException fault = assertThrows(StacException.class, this::run);
    assertTrue(String.valueOf(fault.getMessage()).contains("no STAC catalogue"));
  }

  @Test
  void anInterruptEndsIt() {
    shelf.put(2018, 2021);
    shelf.interrupts = true;
    assertThrows(CancellationException.class, this::run);
    assertTrue(Thread.interrupted(), "whoever interrupted it may ask");
  }

  @Test
  void anInterruptIsNoMissingNetwork() {
    shelf.interrupts = true;
    assertThrows(CancellationException.class, this::run);
    assertTrue(Thread.interrupted(), "whoever interrupted it may ask");
  }
}
