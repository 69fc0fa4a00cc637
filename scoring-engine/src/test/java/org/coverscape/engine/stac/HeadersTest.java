package org.coverscape.engine.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that do not say where their pixels lie: the headers of their images do. */
class HeadersTest {
  @TempDir Path folder;
  private final Images images = new Images();

  /** Headers that say what the usual Item would; counts who reads them at once. */
  private static final class Images implements ImageryAccess {
    private final Set<String> opened = new ConcurrentSkipListSet<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private CountDownLatch together = new CountDownLatch(0);

    @Override
    public ImageryTile describe(ImageLocation location) throws IOException {
      assertTrue(opened.add(location.text()), "each header once");
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        together.countDown();
        assertTrue(together.await(10, TimeUnit.SECONDS), "they do not wait for each other");
        if (location.name().startsWith("gone")) {
          throw new SourceException("It is not there (404); check the address at images.example.");
        }
        IndexOutcome usual = ItemReader.read(Entries.item(), Entries.HERE);
        ImageryTile tile = ((IndexOutcome.Indexed) usual).tile();
        return new ImageryTile(
            "header",
            location,
            tile.crs(),
            tile.grid(),
            tile.width(),
            tile.height(),
            4,
            tile.gsd(),
            Optional.empty(),
            OptionalInt.of(7),
            tile.footprint(),
            "of the file",
            false);
      } catch (InterruptedException e) {
        throw new SourceException("Reading was stopped; start it again.", e);
      } finally {
        inside.decrementAndGet();
      }
    }

    @Override
    public String fingerprint(ImageLocation location) {
      return "";
    }

    @Override
    public boolean isImage(String name) {
      return true;
    }

    @Override
    public RasterReader open(ImageryTile tile) throws IOException {
      throw new IOException("not asked for");
    }
  }

  private static ObjectNode without(String id, String... names) {
    ObjectNode item = Entries.item(id, 500_000, 4_000_000, "2018-06-15T17:00:00Z");
    Entries.properties(item).remove(List.of(names));
    return item;
  }

  private Search find(List<ObjectNode> items, Integer... years) throws IOException {
    Path file = folder.resolve("items.json");
    Files.writeString(file, Entries.list(items).toString());
    Search search = new Search(new ArrayList<>(), new ArrayList<>());
    new StacCatalog(new Unplugged(), images)
        .find(
            StacSource.parse(file.toString()),
            StacQuery.of(Search.GROUND, List.of(years)),
            search::take);
    return search;
  }

  @ParameterizedTest
  @ValueSource(strings = {"proj:shape", "proj:transform", "proj:epsg"})
  void theHeaderSaysWhatTheEntryLeavesOpen(String name) throws IOException {
    Search search = find(List.of(without("one", name)), 2018);
    assertEquals(List.of(), search.reasons());
    ImageryTile tile = search.tiles().get(0);
    assertEquals(1000, tile.width());
    assertEquals(OptionalInt.of(2018), tile.year());
    assertEquals(OptionalInt.of(7), tile.noData());
    assertTrue(tile.fingerprint().startsWith("stac:"), tile.fingerprint());
    assertEquals(Set.of("https://images.example/one.tif"), images.opened);
  }

  @Test
  void noHeaderIsReadWithoutNeed() throws IOException {
    ObjectNode far = without("far", "proj:shape");
    far.putArray("bbox").add(10).add(10).add(11).add(11);
    ObjectNode wrong = Entries.item();
    Entries.properties(wrong).putArray("proj:shape").add(0).add(5);
    ObjectNode none = without("none", "proj:shape", "datetime");
    none.put("type", "Collection");
    find(List.of(Entries.item(), far, without("old", "proj:shape"), wrong, none), 2020);
    assertEquals(Set.of(), images.opened);
  }

  @Test
  void manyAreReadAFewAtATimeAndEachOnce() throws IOException {
    images.together = new CountDownLatch(2);
    List<ObjectNode> items = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      items.add(without("n" + i % 100, "proj:transform"));
    }
    Search search = find(items);
    assertEquals(100, search.tiles().size());
    assertEquals("https://images.example/n0.tif", search.tiles().get(0).location().text());
    assertTrue(images.most.get() <= Headers.AT_ONCE, images.most + " at once");
  }

  @Test
  void oneThatCannotBeReadIsSaid() throws IOException {
    Search search = find(List.of(without("gone", "proj:shape"), without("one", "proj:shape")));
    assertEquals(
        List.of(
            "Its entry does not say where it lies, and its header does not either: it is not there"
                + " (404); check the address at images.example."),
        search.reasons());
    assertEquals(1, search.tiles().size());
  }

  @Test
  void aSearchThatIsStoppedReadsNoMore() {
    Thread.currentThread().interrupt();
    assertThrows(StacException.class, () -> find(List.of(without("one", "proj:shape"))));
    assertTrue(Thread.interrupted(), "whoever stopped it can tell");
  }
}
