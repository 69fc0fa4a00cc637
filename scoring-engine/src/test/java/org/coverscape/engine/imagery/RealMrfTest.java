package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.imagery.bytes.FileBytes;
import org.coverscape.engine.imagery.mrf.MrfFile;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.PixelWindow;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MRFs of others, and those that GDAL makes of real NAIP, where data and GDAL are there. */
class RealMrfTest {
  private static final String SCENE = "m_3511955_sw_11_1_20150101";

  @TempDir Path folder;

  private static Path shared(String name) {
    Path path = Path.of(System.getProperty("coverscape.root", "."), "../shared/data", name);
    Assumptions.assumeTrue(Files.exists(path), "needs the shared data: " + name);
    return path;
  }

  private static void run(String... command) throws InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      builder.environment().put("GDAL_PAM_ENABLED", "NO");
      Process process = builder.start();
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "GDAL takes too long");
      assertEquals(0, process.exitValue(), String.join(" ", command));
    } catch (IOException e) {
      Assumptions.abort("needs " + command[0] + " (gdal-bin)");
    }
  }

  private static Cut chips(ImageryTile tile) throws InterruptedException {
    UtmZone zone = new UtmZone(11, true);
    ChipGrid grid = ChipGrid.of(zone);
    Region region = new Region(tile.footprint(), Crs.WGS84);
    return Cut.of(grid, List.of(tile), RegionCover.of(region, grid));
  }

  private ImageryTile mrf(String compression, String... more) throws Exception {
    Path out = folder.resolve(compression + more.length + String.join("", more).length());
    Path file = Files.createDirectories(out).resolve(SCENE + ".mrf");
    List<String> command =
        new ArrayList<>(
            List.of("gdal_translate", "-q", "-of", "MRF", "-co", "COMPRESS=" + compression));
    command.addAll(List.of(more));
    command.add(shared("naip/utm").resolve(SCENE + ".tif").toString());
    command.add(file.toString());
    run(command.toArray(String[]::new));
    return Cut.tile(file);
  }

  @Test
  void chipsOfAnMrfAreThoseOfTheGeoTiff() throws Exception {
    Cut wanted = chips(Cut.tile(shared("naip/utm").resolve(SCENE + ".tif")));
    assertTrue(wanted.chips.size() > 15, "chips: " + wanted.chips.size());
    List<ImageryTile> tiles = new ArrayList<>();
    for (String order : List.of("INTERLEAVE=PIXEL", "INTERLEAVE=BAND")) {
      for (String compression : List.of("NONE", "DEFLATE", "ZSTD", "LERC", "PNG")) {
        tiles.add(mrf(compression, "-co", order));
      }
      tiles.add(mrf("LERC", "-co", order, "-co", "OPTIONS=V1:ON"));
    }
    // GDAL 3.6 mixes up the bands of TIF pages that hold all of them, when it writes them
    tiles.add(mrf("TIF", "-co", "INTERLEAVE=BAND"));
    for (ImageryTile tile : tiles) {
      Cut got = chips(tile);
      assertEquals(wanted.order, got.order);
      for (Chip chip : wanted.chips.values()) {
        Chip same = Objects.requireNonNull(got.chips.get(chip.index()), chip.index()::toString);
        assertArrayEquals(chip.rgb(), same.rgb(), tile.location() + ", " + chip.index());
      }
    }
  }

  @Test
  void overviewsAreThoseThatGdalMade() throws Exception {
    ImageryTile tile = mrf("LERC", "-co", "BLOCKSIZE=128");
    Path file = tile.location().file().orElseThrow();
    run("gdaladdo", "-q", "-r", "average", file.toString(), "2", "4", "8", "16");
    try (RasterReader reader = AnyImagery.local().open(file)) {
      assertEquals(5, reader.levels().size());
      for (int level = 1; level < reader.levels().size(); level++) {
        RasterLevel size = reader.levels().get(level);
        byte[] got = reader.read(level, new PixelWindow(0, 0, size.width(), size.height()));
        assertArrayEquals(byGdal(file, "-ovr", Integer.toString(level - 1)), got, "level " + level);
      }
    }
  }

  private byte[] byGdal(Path file, String... options) throws Exception {
    Path out = folder.resolve("out.raw");
    List<String> command =
        new ArrayList<>(List.of("gdal_translate", "-q", "-of", "ENVI", "-co", "INTERLEAVE=BIP"));
    command.addAll(List.of(options));
    command.addAll(List.of(file.toString(), out.toString()));
    run(command.toArray(String[]::new));
    return Files.readAllBytes(out);
  }

  @Test
  void publishedFilesAreReadAsGdalReadsThem() throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.walk(shared("mrf"))) {
      files = found.filter(file -> file.toString().endsWith(".mrf")).toList();
    }
    assertEquals(11, files.size());
    for (Path file : files) {
      byte[] wanted = byGdal(file);
      byte[] got = whole(file);
      assertEquals(wanted.length, got.length, file.toString());
      int most = mostOff(wanted, got);
      boolean lossy = file.toString().contains("jp");
      boolean jpeg = lossy || file.toString().contains("snap");
      assertTrue(most <= (jpeg ? 2 : 0), file + " is off by " + most);
    }
  }

  private static int mostOff(byte[] wanted, byte[] got) {
    int most = 0;
    for (int i = 0; i < got.length; i++) {
      most = Math.max(most, Math.abs((got[i] & 255) - (wanted[i] & 255)));
    }
    return most;
  }

  /** Pages of odd and even sizes, larger than the image too. */
  @Test
  void jpegPagesAreReadAsGdalReadsThem() throws Exception {
    Path scene = shared("naip/utm").resolve(SCENE + ".tif");
    Path city = shared("naip/urban").resolve("chico_2018_2.tif");
    List<String> forms =
        List.of(
            "-b 1 -b 2 -b 3 -co BLOCKSIZE=128 -srcwin 40 50 301 203",
            "-b 1 -b 2 -b 3 -co BLOCKSIZE=77 -srcwin 3 5 150 141 -co PHOTOMETRIC=RGB",
            "-b 1 -b 2 -b 3 -co BLOCKSIZE=200 -srcwin 7 9 180 233 -co INTERLEAVE=BAND",
            "-b 1 -b 2 -b 3 -b 4 -co BLOCKSIZE=101 -srcwin 9 11 222 123",
            "-b 2 -co BLOCKSIZE=93 -srcwin 20 30 201 177");
    for (int quality : new int[] {50, 75, 85, 95}) {
      for (int i = 0; i < forms.size(); i++) {
        Path from = (quality + i) % 2 == 0 ? scene : city;
        Path file = folder.resolve("jpeg-" + quality + "-" + i + ".mrf");
        List<String> command = new ArrayList<>(List.of("gdal_translate", "-q", "-of", "MRF"));
        command.addAll(List.of("-co", "COMPRESS=JPEG", "-co", "QUALITY=" + quality));
        command.addAll(List.of(forms.get(i).split(" ")));
        command.addAll(List.of(from.toString(), file.toString()));
        run(command.toArray(String[]::new));
        byte[] wanted = byGdal(file);
        byte[] got = whole(file);
        assertEquals(wanted.length, got.length, file.toString());
        int most = mostOff(wanted, got);
        assertTrue(most <= 2, file + " is off by " + most);
      }
    }
  }

  private static byte[] whole(Path file) throws IOException {
    try (FileBytes bytes = new FileBytes(file);
        MrfFile mrf =
            MrfFile.open(
                ImageLocation.of(file),
                bytes,
                location -> new FileBytes(location.file().orElseThrow()))) {
      int width = mrf.header().width();
      int height = mrf.header().height();
      int bands = mrf.header().bands();
      byte[] pixels = new byte[width * height * bands];
      mrf.read(0, new PixelWindow(0, 0, width, height), bands, pixels);
      return pixels;
    }
  }
}
