package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.fixtures.FileServer;
import org.coverscape.engine.fixtures.FileServer.Trick;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.Scene;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.imagery.web.WebImagery;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.PixelWindow;
import org.coverscape.engine.web.WebClient;
import org.coverscape.engine.web.WebSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chips of imagery behind a web server: the same as from the file, and no byte too many. */
class WebCutTest {
  private static final int CHIP = 224;
  private static final int ACROSS = 7;
  private static final int DOWN = 6;
  private static final ChipGrid GRID = ChipGrid.of(TiffFixtures.ZONE);
  private static final int ROW = 19_700 - DOWN;
  private static final int COL = 2250;

  @TempDir static Path folder;
  private static Path file = Path.of("");
  private FileServer server;
  private WebClient client;
  private WebImagery web;

  @BeforeAll
  static void paint() throws IOException {
    file =
        Scene.utm(
                "m_3909801_ne_14_1_20210615",
                TiffFixtures.ZONE,
                TiffFixtures.WEST,
                TiffFixtures.NORTH,
                1,
                ACROSS * CHIP,
                DOWN * CHIP,
                Ground.noise(3))
            .asCloudOptimized()
            .writeTo(folder);
  }

  @BeforeEach
  void serve() throws IOException {
    server = FileServer.of(folder);
    connect(64 << 20);
  }

  private void connect(long cacheBytes) {
    Duration time = Duration.ofSeconds(5);
    client =
        new WebClient(
            new WebSettings(time, time, time, 5, time, List.of(), WebSettings.DEFAULT.signing()));
    web = new WebImagery(client, cacheBytes);
  }

  @AfterEach
  void close() {
    web.close();
    client.close();
    server.close();
  }

  private ImageryTile tile() throws IOException {
    return AnyImagery.with(web)
        .describe(new ImageLocation.OfWeb(server.uri(String.valueOf(file.getFileName()))));
  }

  private Cut cut(ImageryTile tile, RasterReader.Opener opener, CoverBlock... blocks)
      throws InterruptedException {
    Cut cut = new Cut();
    try (ChipCutter cutter = new ChipCutter(List.of(tile), GRID, opener)) {
      for (CoverBlock block : blocks) {
        cutter.cut(block, cut);
      }
    }
    return cut;
  }

  private static void assertSame(Cut fromFile, Cut fromWeb) {
    assertEquals(fromFile.order, fromWeb.order);
    for (Chip chip : fromFile.chips.values()) {
      assertArrayEquals(chip.rgb(), Objects.requireNonNull(fromWeb.chips.get(chip.index())).rgb());
    }
    assertEquals(Set.of(), fromWeb.unscored.keySet());
  }

  private Cut fromFile(CoverBlock block) throws InterruptedException {
    return cut(Cut.tile(file), AnyImagery.local(), block);
  }

  /** Bytes of the blocks that the chips lie in, and of the header before them. */
  private static long needed(CoverBlock block) throws IOException {
    TiffLayout layout = TiffDirectory.read(file).layout();
    Set<Integer> blocks = new HashSet<>();
    long first = Long.MAX_VALUE;
    for (RegionCell cell : block.cells()) {
      int x = (cell.col() - COL) * CHIP;
      int y = (ROW + DOWN - 1 - cell.row()) * CHIP;
      layout.blocks(new PixelWindow(x, y, CHIP, CHIP)).forEach(b -> blocks.add(layout.index(b, 0)));
    }
    long bytes = 0;
    for (int index : blocks) {
      bytes += layout.packedLength(index);
      first = Math.min(first, layout.offset(index));
    }
    return bytes;
  }

  @Test
  void readsWhatTheChipsNeedAndLittleElse() throws Exception {
    CoverBlock block = Cut.block(ROW + 1, COL + 1, 3, 4);
    Cut cut = cut(tile(), AnyImagery.with(web), block);
    assertEquals(12, cut.chips.size());
    assertSame(fromFile(block), cut);
    long needed = needed(block);
    assertTrue(server.bytes() >= needed, "counted too much as needed");
    assertTrue(
        server.bytes() <= 1.15 * needed, server.bytes() + " bytes read, " + needed + " needed");
  }

  @Test
  void readsAllOfAnImageOnce() throws Exception {
    CoverBlock block = Cut.block(ROW, COL, DOWN, ACROSS);
    assertSame(fromFile(block), cut(tile(), AnyImagery.with(web), block));
    assertTrue(server.bytes() <= 1.02 * needed(block), server.bytes() + " of " + needed(block));
    assertTrue(server.requests().size() <= 40, server.requests().size() + " requests");
  }

  @Test
  void opensWithOneRequest() throws Exception {
    assertEquals(ACROSS * CHIP, tile().width());
    assertEquals(1, server.requests().size());
    AnyImagery.with(web).open(tile()).close();
    assertEquals(1, server.requests().size(), "the header is remembered");
  }

  @Test
  void aSmallCacheCostsTimeAndNoChip() throws Exception {
    web.close();
    web = new WebImagery(client, 1 << 20);
    CoverBlock block = Cut.block(ROW, COL, DOWN, ACROSS);
    assertSame(fromFile(block), cut(tile(), AnyImagery.with(web), block));
    assertTrue(server.bytes() <= 1.15 * needed(block), server.bytes() + " of " + needed(block));
  }

  @Test
  void survivesAnUnrulyHost() throws Exception {
    List<Trick> tricks =
        List.of(Trick.CUT, Trick.BUSY, Trick.SHORT, Trick.UNAVAILABLE, Trick.BROKEN);
    AtomicInteger turn = new AtomicInteger();
    server.play(
        request ->
            request.number() % 3 == 0
                ? tricks.get(turn.getAndIncrement() % tricks.size())
                : Trick.NONE);
    CoverBlock block = Cut.block(ROW, COL, DOWN, ACROSS);
    assertSame(fromFile(block), cut(tile(), AnyImagery.with(web), block));
    assertTrue(turn.get() > tricks.size(), "all of them were played");
  }

  @Test
  void aHostThatKnowsNoPartsServesSmallImages() throws Exception {
    server.play(request -> Trick.WHOLE);
    CoverBlock block = Cut.block(ROW, COL, DOWN, ACROSS);
    assertSame(fromFile(block), cut(tile(), AnyImagery.with(web), block));
    assertEquals(1, server.requests().size());
  }

  @Test
  void aLostNetworkIsToldAndReadAgainLater() throws Exception {
    ImageryTile tile = tile();
    CoverBlock first = Cut.block(ROW + DOWN - 1, COL, 1, ACROSS);
    CoverBlock rest = Cut.block(ROW, COL, DOWN - 2, ACROSS);
    Cut cut = new Cut();
    try (ChipCutter cutter = new ChipCutter(List.of(tile), GRID, AnyImagery.with(web))) {
      cutter.cut(first, cut);
      server.close();
      cutter.cut(rest, cut);
    }
    assertEquals(ACROSS, cut.chips.size());
    assertEquals((DOWN - 2) * ACROSS, cut.unscored.size());
    cut.unscored
        .values()
        .forEach(
            cell -> {
              assertEquals(UnscoredReason.UNREADABLE, cell.reason());
              assertEquals(
                  tile.id() + ": 127.0.0.1 cannot be reached; check the network and try again.",
                  cell.detail());
            });
    server = FileServer.again(folder, server);
    connect(64 << 20);
    assertSame(fromFile(rest), cut(tile, AnyImagery.with(web), rest));
  }

  @Test
  void anImageThatChangesInMidJobIsNotMixedUp() throws Exception {
    Path copy = Files.copy(file, folder.resolve("changing_20210615.tif"));
    Cut cut = new Cut();
    AnyImagery access = AnyImagery.with(web);
    ImageryTile tile =
        access.describe(new ImageLocation.OfWeb(server.uri("changing_20210615.tif")));
    CoverBlock rest = Cut.block(ROW, COL, 2, ACROSS);
    try (ChipCutter cutter = new ChipCutter(List.of(tile), GRID, access)) {
      cutter.cut(Cut.block(ROW + DOWN - 1, COL, 1, ACROSS), cut);
      Files.setLastModifiedTime(copy, FileTime.fromMillis(1));
      cutter.cut(rest, cut);
    }
    assertEquals(2 * ACROSS, cut.unscored.size());
    assertEquals(
        tile.id() + ": It has changed since it was indexed; index it again.",
        cut.unscored.values().iterator().next().detail());
    assertFalse(tile.fingerprint().equals(access.describe(tile.location()).fingerprint()));
  }
}
