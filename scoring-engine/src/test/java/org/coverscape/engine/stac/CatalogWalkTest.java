package org.coverscape.engine.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues of files, on the web and on the disk. */
class CatalogWalkTest {
  @TempDir Path folder;

  private static ObjectNode catalog(ObjectNode... links) {
    ObjectNode catalog = Entries.json("{\"type\":\"Catalog\",\"id\":\"c\"}");
    catalog.putArray("links").addAll(List.of(links));
    return catalog;
  }

  private void write(String name, JsonNode json) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, json.toString());
  }

  private Search search(String name, Integer... years) throws IOException {
    return Search.of(folder.resolve(name).toString(), years);
  }

  private void writeTree() throws IOException {
    write(
        "catalog.json",
        catalog(
            Entries.link("self", "./catalog.json"),
            Entries.link("child", "./2018/collection.json"),
            Entries.link("child", "./gone/collection.json")));
    write(
        "2018/collection.json",
        catalog(
            Entries.link("parent", "../catalog.json"),
            Entries.link("child", "../catalog.json"),
            Entries.link("item", "one/one.json"),
            Entries.link("item", "./one/one.json")));
    ObjectNode item = Entries.item();
    Entries.image(item).put("href", "../../images/one.tif");
    write("2018/one/one.json", item);
  }

  @Test
  void linksAreFollowedOnceAndMissingDocumentsAreTold() throws IOException {
    writeTree();
    Search search = search("catalog.json");
    assertEquals(List.of("one"), search.ids());
    assertEquals(
        folder.resolve("images/one.tif").toAbsolutePath().normalize().toString(),
        search.tiles().get(0).location().text());
    assertEquals(List.of("It does not exist."), search.reasons());
  }

  @Test
  void theSameTreeIsReadFromTheWeb() throws IOException {
    writeTree();
    try (StacServer server = new StacServer()) {
      for (String name : List.of("catalog.json", "2018/collection.json", "2018/one/one.json")) {
        server.document("/naip/" + name, Entries.json(Files.readString(folder.resolve(name))));
      }
      Search search = Search.of(server.url("/naip/catalog.json"));
      assertEquals(server.url("/naip/images/one.tif"), search.tiles().get(0).location().text());
      assertEquals(1, server.asked("/naip/catalog.json").size());
      assertEquals(1, search.refused().size());
    }
  }

  @Test
  void collectionsElsewhereAndOfOtherYearsAreNotOpened() throws IOException {
    ObjectNode far = catalog(Entries.link("item", "missing.json"));
    far.set(
        "extent",
        Entries.json(
            "{\"spatial\":{\"bbox\":[[10,10,20,20]]},\"temporal\":{\"interval\":[[null,null]]}}"));
    ObjectNode old = catalog(Entries.link("item", "missing.json"));
    old.set(
        "extent",
        Entries.json(
            "{\"temporal\":{\"interval\":[[\"2010-01-01T00:00:00Z\",\"2012-01-01T00:00:00Z\"]]}}"));
    write("far.json", far);
    write("old.json", old);
    write(
        "top.json", catalog(Entries.link("child", "far.json"), Entries.link("child", "old.json")));
    assertEquals(List.of(), search("top.json", 2018).refused());
    assertEquals(1, search("top.json", 2011).refused().size());
  }

  @Test
  void aTreeWithoutEndIsCutOff() throws IOException {
    try (StacServer server = new StacServer()) {
      StringBuilder path = new StringBuilder("/c");
      for (int i = 0; i < 40; i++) {
        server.document(path + "/catalog.json", catalog(Entries.link("child", "c/catalog.json")));
        path.append("/c");
      }
      Search search = Search.of(server.url("/c/catalog.json"));
      assertEquals(
          List.of(
              "It is nested too deeply or too large to be walked through; what came until then is"
                  + " used."),
          search.reasons());
    }
  }

  @Test
  void aCatalogueThatIsGoneInTheMiddleIsGivenUp() throws IOException {
    ObjectNode top = catalog();
    for (int i = 0; i < 30; i++) {
      top.withArray("links").add(Entries.link("item", i + ".json"));
    }
    try (StacServer server = new StacServer()) {
      server.document("/catalog.json", top);
      for (int i = 0; i < 30; i++) {
        server.on("/" + i + ".json", asked -> new StacServer.Answer(503, ""));
      }
      StacException fault =
          assertThrows(StacException.class, () -> Search.of(server.url("/catalog.json")));
      assertTrue(fault.isUnreached());
    }
  }

  @Test
  void aFolderOfItemsIsReadWithAllInIt() throws IOException {
    write("a/one.json", Entries.item());
    write("b/list.geojson", Entries.list(List.of(Entries.item(), far())));
    write("b/other.json", Entries.json("{\"some\":\"thing\"}"));
    Files.writeString(folder.resolve("b/broken.json"), "{\"type\": \"Feature\", ");
    Files.writeString(folder.resolve("b/empty.json"), "");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Search search = search("");
    assertEquals(List.of("one"), search.ids());
    assertEquals(
        List.of(
            "It is not valid JSON near line 1; check the address or get the file again.",
            "It is no STAC document; it must be a JSON object.",
            "It is JSON, but no STAC Item."),
        search.reasons());
    assertEquals(List.of("one"), search("a/one.json").ids());
    assertEquals(List.of(), search("a/one.json", 2017).ids());
  }

  private static ObjectNode far() {
    return Entries.item("far", 500_000, 4_400_000, "2018-06-15T17:00:00Z");
  }

  @Test
  void namesThatAreNothingAreRefused() {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> StacSource.parse("planetary"));
    assertEquals(
        "There is no catalogue 'planetary'; give an address that begins with https://, a folder or"
            + " file of Items, planetary-computer or earth-search.",
        fault.getMessage());
    assertThrows(IllegalArgumentException.class, () -> StacSource.parse("ftp://x.example/"));
    assertEquals(
        "https://planetarycomputer.microsoft.com/api/stac/v1",
        StacSource.parse("Planetary-Computer").location().text());
    assertEquals(List.of("naip"), StacSource.parse("earth-search").collections());
  }

  @Test
  void pagesThatATokenTellsApartAreAllRead() throws IOException {
    ObjectNode second = Entries.item("two", 501_000, 4_000_000, "2018-06-15T17:00:00Z");
    try (StacServer server = new StacServer()) {
      server.document("/c/collection.json", catalog(Entries.link("items", "items")));
      server.on(
          "/c/items",
          asked ->
              StacServer.Answer.of(
                  asked.query().contains("token=2")
                      ? Entries.list(List.of(second))
                      : Entries.list(
                          List.of(Entries.item()), Entries.link("next", "items?token=2"))));
      Search search = Search.of(server.url("/c/collection.json"));
      assertEquals(List.of("one", "two"), search.ids());
      assertEquals(2, server.asked("/c/items").size());
    }
  }
}
