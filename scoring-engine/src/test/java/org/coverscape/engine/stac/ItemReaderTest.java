package org.coverscape.engine.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.region.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemReaderTest {
  private static ImageryTile tile(JsonNode item) {
    return tile(item, Entries.HERE);
  }

  private static ImageryTile tile(JsonNode item, ImageLocation document) {
    IndexOutcome outcome = ItemReader.read(item, document);
    return assertInstanceOf(IndexOutcome.Indexed.class, outcome, outcome.toString()).tile();
  }

  private static String reason(JsonNode item) {
    IndexOutcome outcome = ItemReader.read(item, Entries.HERE);
    String reason =
        assertInstanceOf(IndexOutcome.Refused.class, outcome, outcome.toString()).reason();
    assertTrue(reason.matches("[A-Z'].*[.]") && !reason.contains("\n"), reason);
    return reason;
  }

  @Test
  void anItemBecomesTheTileThatItsFileWouldBe() {
    ImageryTile tile = tile(Entries.item());
    assertEquals("one", tile.id());
    assertEquals("https://images.example/one.tif", tile.location().text());
    assertEquals(Crs.ofEpsg(26911), tile.crs());
    assertEquals(1000, tile.width());
    assertEquals(800, tile.height());
    assertEquals(500_000, tile.grid().x(0, 0));
    assertEquals(4_000_000 - 800, tile.grid().y(0, 800));
    assertEquals(1.0, tile.gsd(), 1e-9);
    assertEquals(4, tile.bands());
    assertEquals(Optional.of(LocalDate.of(2018, 6, 15)), tile.date());
    assertEquals(OptionalInt.of(0), tile.noData());
    assertEquals(-117.0, tile.footprint().getEnvelopeInternal().getMinX(), 1e-4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "proj:code; \"EPSG:26912\"; 26912",
        "proj:epsg; \"26910\"; 26910",
        "proj:epsg; \"EPSG:26910\"; 26910",
        "proj:wkt2; \"PROJCRS[\\\"any\\\",BASEGEOGCRS[\\\"b\\\",ID[\\\"EPSG\\\",4269]],ID[\\\"EPSG\\\",26913]]\"; 26913",
        "proj:wkt2; \"PROJCRS[\\\"WGS 84 / UTM zone 12N\\\",BASEGEOGCRS[\\\"WGS 84\\\"]]\"; 32612",
        "proj:projjson; {\"type\":\"ProjectedCRS\",\"id\":{\"authority\":\"EPSG\",\"code\":26917}}; 26917",
        "proj:projjson; {\"type\":\"ProjectedCRS\",\"name\":\"NAD83 / UTM zone 14N\"}; 26914",
      })
  void theSystemIsNamedInManyWays(String name, String value, int epsg) {
    ObjectNode item = Entries.item();
    Entries.properties(item).remove("proj:epsg");
    Entries.properties(item).set(name, Entries.json("{\"v\":" + value + "}").path("v"));
    assertEquals(OptionalInt.of(epsg), tile(item).crs().epsg());
  }

  @Test
  void anAssetsOwnFieldsComeBeforeItsItems() {
    ObjectNode item = Entries.item();
    ObjectNode image = Entries.image(item);
    image.put("proj:code", "EPSG:26912");
    image.putArray("proj:shape").add(400).add(500);
    image.putArray("proj:transform").add(2).add(0).add(300_000).add(0).add(-2).add(4_100_000);
    ImageryTile tile = tile(item);
    assertEquals(OptionalInt.of(26912), tile.crs().epsg());
    assertEquals(500, tile.width());
    assertEquals(2.0, tile.gsd(), 1e-9);
  }

  @Test
  void aBoxStandsInForTheTransform() {
    ObjectNode item = Entries.item();
    Entries.properties(item).remove("proj:transform");
    Entries.properties(item)
        .putArray("proj:bbox")
        .add(500_000)
        .add(3_999_200)
        .add(501_000)
        .add(4_000_000);
    assertEquals(tile(Entries.item()).grid(), tile(item).grid());
  }

  @ParameterizedTest
  @CsvSource({
    "'s3://naip-analytic/ca/2020/m 1.tif', us-west-2, https://naip-analytic.s3.us-west-2.amazonaws.com/ca/2020/m%201.tif",
    "s3://bucket/a.tif, '', https://bucket.s3.amazonaws.com/a.tif",
    "s3://my.bucket/a.tif, us-east-1, https://s3.us-east-1.amazonaws.com/my.bucket/a.tif",
    "gs://bucket/a.tif, '', https://storage.googleapis.com/bucket/a.tif",
    "../images/b.tif, '', https://stac.example/api/images/b.tif",
    "https://x.example/a.tif?sv=2020&sig=abc%3D&v=2#top, '', https://x.example/a.tif?v=2",
    "https://x.example/a.tif?X-Amz-Signature=1&X-Amz-Date=2, '', https://x.example/a.tif",
    "/vsicurl/https://x.example/a.tif, '', https://x.example/a.tif",
  })
  void addressesBecomePlacesOfTheWeb(String href, String region, String wanted) {
    ObjectNode item = Entries.item();
    Entries.image(item).put("href", href);
    if (!region.isEmpty()) {
      Entries.properties(item).put("storage:region", region);
    }
    assertEquals(wanted, tile(item).location().text());
  }

  @Test
  void anAlternativeOfTheWebIsPreferredToABucket() {
    ObjectNode item = Entries.item();
    ObjectNode image = Entries.image(item);
    image.put("href", "s3://bucket/a.tif");
    image.putObject("alternate").putObject("https").put("href", "https://mirror.example/a.tif");
    assertEquals("https://mirror.example/a.tif", tile(item).location().text());
  }

  @Test
  void aDocumentOnTheDiskMayNameFilesBesideIt() {
    ObjectNode item = Entries.item();
    Entries.image(item).put("href", "./imagery/a b.tif");
    ImageLocation document = ImageLocation.of(Path.of("/office/stac/one.json"));
    assertEquals(
        Optional.of(Path.of("/office/stac/imagery/a b.tif")),
        tile(item, document).location().file());
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd.tif", "ftp://x.example/a.tif", "az://c/a.tif"})
  void aDocumentOfTheWebMayNot(String href) {
    ObjectNode item = Entries.item();
    Entries.image(item).put("href", href);
    assertEquals("Its image has no address that can be reached; https and s3 can.", reason(item));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'{\"datetime\": null, \"start_datetime\": \"2017-05-01T00:00:00Z\", \"end_datetime\": \"2018-01-01T00:00:00Z\"}'; 2017-05-01",
        "'{\"datetime\": null, \"naip:year\": \"2016\"}'; 2016-07-01",
        "'{\"datetime\": \"garbage\", \"naip:year\": 2016}'; 2016-07-01",
        "'{\"datetime\": \"2012-02-30T00:00:00Z\", \"naip:year\": \"x\"}'; ''",
        "'{\"datetime\": 5}'; ''",
      })
  void theDateIsFoundWhereItIsSaid(String facts, String date) {
    ObjectNode item = Entries.item();
    Entries.properties(item).setAll(Entries.json(facts));
    assertEquals(date, tile(item).date().map(Object::toString).orElse(""));
  }

  @Test
  void theImageIsChosenAmongTheAssets() {
    ObjectNode item = Entries.item();
    ObjectNode assets = (ObjectNode) item.path("assets");
    ObjectNode red = assets.putObject("red");
    red.put("href", "https://images.example/red.tif").put("type", "image/tiff");
    red.putArray("roles").add("data");
    red.putArray("raster:bands").addObject().put("data_type", "uint16");
    assets
        .putObject("preview")
        .put("href", "https://images.example/preview.tif")
        .put("type", "image/tiff")
        .putArray("roles")
        .add("overview");
    assertEquals("one", tile(item).id());
    assets.set("analytic", assets.remove("image"));
    assertEquals("one", tile(item).id());
  }

  @Test
  void bandsOfTheNewestVersionCount() {
    ObjectNode item = Entries.item();
    ObjectNode image = Entries.image(item);
    image.remove("eo:bands");
    assertEquals(3, tile(item).bands());
    image.put("data_type", "uint8").put("nodata", 255);
    image.putArray("bands").addObject();
    image.withArray("bands").addObject();
    image.withArray("bands").addObject();
    assertEquals(3, tile(item).bands());
    assertEquals(OptionalInt.of(255), tile(item).noData());
  }

  @Test
  void theFingerprintChangesWithTheImageAndNotWithItsSignature() {
    ObjectNode item = Entries.item();
    String first = tile(item).fingerprint();
    Entries.image(item).put("href", "https://images.example/one.tif?sig=xyz&se=2030");
    assertEquals(first, tile(item).fingerprint());
    Entries.properties(item).put("updated", "2024-01-01T00:00:00Z");
    assertNotEquals(first, tile(item).fingerprint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proj:epsg|null|Its entry does not say what coordinate system it is in (proj:code or proj:epsg).",
        "proj:epsg|999999|Its coordinate system, 'EPSG:999999', is not known.",
        "proj:code|\"IAU:1\"|Its coordinate system, 'IAU:1', is not known.",
        "proj:shape|null|Its entry does not say how many pixels it has (proj:shape); it cannot be placed.",
        "proj:shape|[0, 5]|Its entry says that it is 0 pixels wide or high; that cannot be.",
        "proj:shape|[2147483648, 5]|Its entry says that it is 2147483648 pixels wide or high; that cannot be.",
        "proj:shape|[-3, 5]|Its entry says that it is -3 pixels wide or high; that cannot be.",
        "proj:shape|[1.5, 5]|Its entry says that it is 1.5 pixels wide or high; that cannot be.",
        "proj:transform|{}|Its entry does not say where its pixels lie (proj:transform).",
        "proj:transform|[\"NaN\",0,5,0,-1,4]|Its entry does not say where its pixels lie (proj:transform).",
        "proj:transform|[0,0,500000,0,0,4000000]|Its entry says that its pixels have no size on the ground.",
      })
  void whatIsMissingOrWrongIsSaid(String name, String value, String wanted) {
    ObjectNode item = Entries.item();
    Entries.properties(item).set(name, Entries.json("{\"v\":" + value + "}").path("v"));
    assertEquals(wanted, reason(item));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"Point\",\"coordinates\":[-117,36]}|Its outline is not a polygon; the entry is wrong.",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}|Its outline and its pixels lie apart; the entry is wrong.",
        "{\"type\":\"Polygon\",\"coordinates\":\"x\"}|The GeoJSON has a coordinate that is not a number.",
        "7|The text is not GeoJSON; it must begin with a brace.",
      })
  void anOutlineMustBeOne(String geometry, String wanted) {
    ObjectNode item = Entries.item();
    item.set("geometry", Entries.json("{\"v\":" + geometry + "}").path("v"));
    assertEquals(wanted, reason(item));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"Feature\"}",
        "{\"type\":\"Feature\",\"properties\":[],\"assets\":{}}",
        "{\"type\":\"Feature\",\"properties\":{},\"assets\":7}"
      })
  void whatIsNoItemIsRefused(String text) {
    assertEquals(
        "It is no STAC Item; properties or assets are missing.", reason(Entries.json(text)));
  }

  @Test
  void anItemWithoutAnImageIsRefused() {
    ObjectNode item = Entries.item();
    ((ObjectNode) item.path("assets")).remove("image");
    assertEquals("Its entry names no GeoTIFF or MRF; there is no image.", reason(item));
    ObjectNode deep = Entries.item();
    Entries.image(deep).putArray("raster:bands").addObject().put("data_type", "uint16");
    assertEquals(
        "Its bands are stored as uint16; Coverscape scores 8-bit red, green, blue imagery.",
        reason(withoutNames(deep, 3)));
  }

  private static ObjectNode withoutNames(ObjectNode item, int bands) {
    Entries.image(item).remove("eo:bands");
    while (Entries.image(item).withArray("raster:bands").size() < bands) {
      Entries.image(item).withArray("raster:bands").addObject();
    }
    return item;
  }
}
