package org.coverscape.engine.fuzz;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.stac.StacCatalog;
import org.coverscape.engine.stac.StacQuery;
import org.coverscape.engine.stac.StacSource;
import org.coverscape.engine.stac.StacTransport;

/** Documents of STAC catalogues that answer the same to whatever they are asked. */
final class StacTarget implements FuzzTarget {
  private static final URI HERE = URI.create("https://stac.example/api");
  private static final String ITEM =
      """
      {"type": "Feature", "stac_version": "1.0.0", "id": "one", "collection": "naip",
       "bbox": [-117, 36.1, -116.9, 36.2],
       "properties": {"datetime": "2018-06-15T17:00:00Z", "gsd": 1.0, "proj:epsg": 26911,
         "proj:shape": [800, 1000], "proj:transform": [1, 0, 500000, 0, -1, 4000000, 0, 0, 1]},
       "assets": {"image": {"href": "https://images.example/one.tif", "roles": ["data"],
         "type": "image/tiff; application=geotiff; profile=cloud-optimized",
         "eo:bands": [{"name": "Red"}, {"name": "Green"}, {"name": "Blue"}, {"name": "NIR"}]}},
       "links": []}""";
  private static final String LIST =
      "{\"type\": \"FeatureCollection\", \"features\": [" + ITEM + "], \"links\": []}";
  private static final String CATALOG =
      """
      {"type": "Catalog", "stac_version": "1.0.0", "id": "all", "description": "all",
       "links": [{"rel": "item", "href": "./b.json"}]}""";
  private static final String API =
      """
      {"type": "Catalog", "stac_version": "1.0.0", "id": "api",
       "conformsTo": ["https://api.stacspec.org/v1.0.0/item-search"],
       "links": [{"rel": "search", "href": "https://stac.example/api/search", "method": "POST"}]}""";

  @Override
  public String name() {
    return "stac";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(bytes(ITEM), bytes(LIST), bytes(CATALOG), bytes(API));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As what was named, and as a page of answers. */
  @Override
  public void read(byte[] file) throws IOException {
    String damaged = new String(file, StandardCharsets.UTF_8);
    find(new Answers(damaged, ITEM, LIST));
    if (damaged.contains("features")) {
      find(new Answers(API, ITEM, damaged));
    }
  }

  private static void find(Answers answers) throws IOException {
    AtomicReference<String> refused = new AtomicReference<>("");
    new StacCatalog(answers)
        .find(
            new StacSource("damaged", new ImageLocation.OfWeb(HERE), List.of()),
            StacQuery.of(Region.ofDegrees(-117.01, 36.10, -116.95, 36.17), List.of()),
            outcome -> {
              if (outcome instanceof IndexOutcome.Refused no) {
                refused.set(no.reason());
              }
            });
    if (!String.valueOf(refused.get()).isEmpty()) {
      throw new IOException(refused.get());
    }
  }

  /** Gives one text where it is asked first, another at all addresses, a third to questions. */
  private record Answers(String top, String linked, String found) implements StacTransport {
    @Override
    public Reply get(URI address) {
      return new Reply(200, address.equals(HERE) ? top : linked);
    }

    @Override
    public Reply post(URI address, String json) {
      return new Reply(200, found);
    }
  }
}
