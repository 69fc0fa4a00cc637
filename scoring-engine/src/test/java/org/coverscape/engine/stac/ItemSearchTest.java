package org.coverscape.engine.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches over HTTP on this computer. */
class ItemSearchTest {
  private static final String FILTER = "https://api.stacspec.org/v1.0.0/item-search#filter";
  private static final String QUERY = "https://api.stacspec.org/v1.0.0/item-search#query";
  private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json";

  private StacServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StacServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static List<ObjectNode> items(int count) {
    List<ObjectNode> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(Entries.item("i" + i, 500_000 + 20 * i, 4_000_000, "2018-06-15T17:00:00Z"));
    }
    return items;
  }

  private Search search(Integer... years) throws IOException {
    return Search.of(server.url("/api"), years);
  }

  private String fault() {
    StacException fault = assertThrows(StacException.class, this::search);
    return String.valueOf(fault.getMessage()).replace(server.url(""), "http://here");
  }

  @Test
  void allPagesAreTaken() throws IOException {
    server.api(List.of(), "POST").pages(items(7), 3);
    Search search = search();
    assertEquals(7, search.tiles().size());
    assertEquals(List.of(), search.refused());
    assertEquals(3, server.asked("/api/search").size());
  }

  @Test
  void theQuestionNamesGroundTimeAndCollection() throws IOException {
    server.api(List.of(), "GET", "POST").pages(items(1), 3);
    server.document("/api/collections/naip", Entries.json("{\"id\":\"naip\"}"));
    search(2018);
    ObjectNode body = server.asked("/api/search").get(0).json();
    assertEquals("[\"naip\"]", body.path("collections").toString());
    assertEquals("2018-01-01T00:00:00Z/2018-12-31T23:59:59Z", body.path("datetime").asText());
    assertEquals("Polygon", body.path("intersects").path("type").asText());
    assertTrue(body.path("limit").asInt() > 0);
    assertFalse(body.has("filter") || body.has("query"));
  }

  @Test
  void eachRunOfYearsIsOneQuestion() throws IOException {
    List<ObjectNode> items = new ArrayList<>(items(1));
    items.add(Entries.item("old", 500_000, 4_000_000, "2013-01-01T00:00:00Z"));
    items.add(Entries.item("other", 500_000, 4_000_000, "2016-01-01T00:00:00Z"));
    server.api(List.of(), "POST").pages(items, 10);
    assertEquals(List.of("i0", "old"), search(2012, 2013, 2018).ids());
    List<String> times =
        server.asked("/api/search").stream()
            .map(asked -> asked.json().path("datetime").asText())
            .toList();
    assertEquals(
        List.of(
            "2012-01-01T00:00:00Z/2013-12-31T23:59:59Z",
            "2018-01-01T00:00:00Z/2018-12-31T23:59:59Z"),
        times);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        FILTER + "," + CQL2 + "|filter|{\"op\":\"<=\",\"args\":[{\"property\":\"gsd\"},1.5]}",
        QUERY + "|query|{\"gsd\":{\"lte\":1.5}}",
        "none|query|''",
      })
  void coarseImagesAreLeftOutAsTheCatalogueCan(String conforms, String member, String wanted)
      throws IOException {
    server.api(List.of(conforms.split(",")), "POST").pages(items(1), 10);
    StacQuery query = StacQuery.of(Search.GROUND, List.of()).upTo(1.5);
    Search.of(StacSource.parse(server.url("/api")), query);
    JsonNode sent = server.asked("/api/search").get(0).json();
    assertTrue(sent.path(member).toString().contains(wanted), sent.toString());
    Search.of(StacSource.parse(server.url("/api")).of(List.of("mine")), query);
    assertFalse(server.asked("/api/search").get(1).json().has(member));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 501})
  void whereThereIsNoPostGetIsUsed(int refusal) throws IOException {
    List<ObjectNode> items = items(4);
    server.api(List.of(), "");
    server.on(
        "/api/search",
        asked -> {
          if (asked.method().equals("POST")) {
            return new StacServer.Answer(refusal, "");
          }
          boolean second = asked.query().contains("page=2");
          return StacServer.Answer.of(
              second
                  ? Entries.list(items.subList(2, 4))
                  : Entries.list(items.subList(0, 2), Entries.link("next", "?page=2")));
        });
    assertEquals(List.of("i0", "i1", "i2", "i3"), search(2018).ids());
    StacServer.Asked first = server.asked("/api/search").get(1);
    assertTrue(first.query().contains("bbox=-117.0"), first.query());
    assertTrue(first.query().contains("datetime=2018-01-01"), first.query());
  }

  @Test
  void anApiThatOffersOnlyGetIsAskedSo() throws IOException {
    server.api(List.of(), "GET").pages(items(2), 10);
    assertEquals(2, search().tiles().size());
    assertEquals("GET", server.asked("/api/search").get(0).method());
  }

  @Test
  void imagesThatComeTwiceCountOnce() throws IOException {
    List<ObjectNode> items = items(3);
    items.addAll(items(2));
    server.api(List.of(), "POST").pages(items, 2);
    assertEquals(List.of("i0", "i1", "i2"), search().ids());
  }

  @Test
  void pagesThatGoRoundInCirclesEnd() throws IOException {
    server.api(List.of(), "POST");
    server.on(
        "/api/search",
        asked ->
            StacServer.Answer.of(
                Entries.list(items(2), Entries.link("next", server.url("/api/search?page=1")))));
    Search search = search();
    assertEquals(2, search.tiles().size());
    assertEquals(
        List.of("Its pages of results never end; what came until then is used."), search.reasons());
    assertEquals(2, server.asked("/api/search").size());
  }

  @Test
  void pagesWithNewNamesAndOldItemsEnd() throws IOException {
    AtomicInteger page = new AtomicInteger();
    server.api(List.of(), "POST");
    server.on(
        "/api/search",
        asked ->
            StacServer.Answer.of(
                Entries.list(items(1), Entries.link("next", "?page=" + page.incrementAndGet()))));
    Search search = search();
    assertEquals(1, search.tiles().size());
    assertEquals(1, search.refused().size());
    assertTrue(page.get() < 10, "pages: " + page);
  }

  @Test
  void aNextPageMayReplaceTheBody() throws IOException {
    server.api(List.of(), "POST");
    server.on(
        "/api/search",
        asked -> {
          ObjectNode next = Entries.link("next", server.url("/api/search")).put("method", "POST");
          next.putObject("body").put("cursor", "abc");
          return StacServer.Answer.of(
              asked.json().has("cursor")
                  ? Entries.list(items(2).subList(1, 2))
                  : Entries.list(items(1), next));
        });
    assertEquals(List.of("i0", "i1"), search().ids());
    assertEquals("{\"cursor\":\"abc\"}", server.asked("/api/search").get(1).body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429|127.0.0.1 is asked too much now (429); try again later.|true",
        "503|127.0.0.1 has a fault of its own (503); try again later.|true",
        "403|127.0.0.1 refuses access (403); a key may be needed.|false",
        "400|127.0.0.1 does not accept the question (400): limit is too large.|false",
      })
  void aRefusalIsOneSentence(int status, String sentence, boolean passes) {
    server.api(List.of(), "POST");
    server.on(
        "/api/search",
        asked -> new StacServer.Answer(status, "{\"description\":\"limit is\\ntoo large.\"}"));
    StacException fault = assertThrows(StacException.class, this::search);
    assertEquals(sentence, fault.getMessage());
    assertEquals(passes, fault.isUnreached());
  }

  @Test
  void whatCameBeforeAFaultIsHandedOn() {
    server.api(List.of(), "POST");
    server.on(
        "/api/search",
        asked ->
            asked.query().contains("page")
                ? new StacServer.Answer(503, "")
                : StacServer.Answer.of(Entries.list(items(2), Entries.link("next", "?page=2"))));
    Search search = new Search(new ArrayList<>(), new ArrayList<>());
    assertThrows(
        StacException.class,
        () ->
            new StacCatalog(new JdkTransport())
                .find(
                    StacSource.parse(server.url("/api")),
                    StacQuery.of(Search.GROUND, List.of()),
                    search::take));
    assertEquals(2, search.tiles().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>|It is not valid JSON near line 1; check the address or get the file again.",
        "{\"type\":\"FeatureCollection\",\"features\":[{]}|It is not valid JSON near line 1; check the address or get the file again.",
        "[1]|It is no STAC document; it must be a JSON object.",
        "{\"type\":\"FeatureCollection\",\"features\":7}|Its features are not a list; it is no STAC document.",
      })
  void garbageIsOneSentence(String text, String sentence) {
    server.api(List.of(), "POST");
    server.on("/api/search", asked -> new StacServer.Answer(200, text));
    assertEquals("The answer of 127.0.0.1 cannot be read. " + sentence, fault());
  }

  @Test
  void oneBadItemCostsItselfOnly() throws IOException {
    List<JsonNode> items = new ArrayList<>(items(2));
    items.add(0, JsonNodeFactory.instance.textNode("garbage"));
    items.add(1, JsonNodeFactory.instance.nullNode());
    ObjectNode odd = Entries.item();
    Entries.properties(odd).putArray("proj:transform").add(Double.NaN).add(1);
    items.add(2, odd);
    server.api(List.of(), "POST").pages(items, 10);
    Search search = search();
    assertEquals(List.of("i0", "i1"), search.ids());
    assertEquals(
        List.of(
            "It is no STAC Item; properties or assets are missing.",
            "Its entry does not say where its pixels lie (proj:transform)."),
        search.reasons());
  }

  @Test
  void depthAndNumberOfValuesAreBounded() {
    String sentence =
        "The answer of 127.0.0.1 cannot be read. Its JSON is nested too deeply or holds too many"
            + " values; it is no STAC document.";
    server.api(List.of(), "POST");
    server.on(
        "/api/search",
        asked -> new StacServer.Answer(200, "{\"features\":[" + "[".repeat(100_000)));
    assertEquals(sentence, fault());
    server.on(
        "/api/search",
        asked -> new StacServer.Answer(200, "{\"x\":[" + "{},".repeat(2_000_000) + "1]}"));
    assertEquals(sentence, fault());
  }

  @Test
  void anAnswerWithoutEndIsCutOff() {
    server.api(List.of(), "POST");
    server.on(
        "/api/search",
        asked -> new StacServer.Answer(200, " ".repeat((int) StacTransport.MAX_BYTES + 1)));
    assertEquals("The answer of 127.0.0.1 is too large to be read.", fault());
  }

  @Test
  void aCollectionOfAnApiIsSearchedThroughItsRoot() throws IOException {
    server.api(List.of(), "POST").pages(items(2), 10);
    ObjectNode collection = Entries.json("{\"type\":\"Collection\",\"id\":\"mine\"}");
    collection
        .putArray("links")
        .add(Entries.link("items", server.url("/api/collections/mine/items")))
        .add(Entries.link("root", server.url("/api")));
    server.document("/api/collections/mine", collection);
    assertEquals(2, Search.of(server.url("/api/collections/mine")).tiles().size());
    assertEquals(
        "[\"mine\"]", server.asked("/api/search").get(0).json().path("collections").toString());
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertEquals(
        "http://here/api: There is nothing at http://here/api; check the address.", fault());
    server.document("/api", Entries.json("{\"hello\":1}"));
    assertEquals("http://here/api: It is JSON, but no STAC catalogue; check the address.", fault());
    server.close();
    StacException gone = assertThrows(StacException.class, this::search);
    assertTrue(gone.isUnreached());
    assertEquals(
        "127.0.0.1 cannot be reached; check the address and the connection.", gone.getMessage());
  }
}
