package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * MRFs of others, and those that GDAL makes of real NAIP, where data and GDAL are there: each way
 * of packing once; all that they go together with, and large files as a whole, with {@code
 * -Dcoverscape.mrf.all=true}.
 */
class RealMrfTest {
  private static final boolean ALL = Boolean.getBoolean("coverscape.mrf.all");

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
    for (String form : forms()) {
      String[] words = form.split(" ");
      ImageryTile tile = mrf(words[0], Arrays.copyOfRange(words, 1, words.length));
      Cut got = chips(tile);
      assertEquals(wanted.order, got.order);
      for (Chip chip : wanted.chips.values()) {
        Chip same = Objects.requireNonNull(got.chips.get(chip.index()), chip.index()::toString);
        assertArrayEquals(chip.rgb(), same.rgb(), tile.location() + ", " + chip.index());
      }
    }
  }

  private static List<String> forms() {
    List<String> forms = new ArrayList<>();
    for (String packing :
        List.of("NONE", "DEFLATE", "ZSTD", "LERC", "PNG", "LERC -co OPTIONS=V1:ON")) {
      forms.add(packing + " -co INTERLEAVE=PIXEL");
      if (ALL || packing.endsWith("ON")) {
        forms.add(packing + " -co INTERLEAVE=BAND");
      }
    }
    // GDAL 3.6 mixes up the bands of TIF pages that hold all of them, when it writes them
    forms.add("TIF -co INTERLEAVE=BAND");
    return forms;
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
      byte[] wanted;
      byte[] got;
      try (MrfPicture picture = MrfPicture.open(file)) {
        PixelWindow part = ALL ? picture.all() : picture.part();
        wanted = byGdal(file, srcwin(part));
        got = picture.read(part);
      }
      assertEquals(wanted.length, got.length, file.toString());
      int most = mostOff(wanted, got);
      boolean lossy = file.toString().contains("jp");
      boolean jpeg = lossy || file.toString().contains("snap");
      assertTrue(most <= (jpeg ? 2 : 0), file + " is off by " + most);
    }
  }

  private static String[] srcwin(PixelWindow window) {
    int[] numbers = {window.x(), window.y(), window.width(), window.height()};
    return Stream.concat(Stream.of("-srcwin"), Arrays.stream(numbers).mapToObj(Integer::toString))
        .toArray(String[]::new);
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
    int[] qualities = {50, 75, 85, 95};
    for (int i = 0; i < qualities.length * forms.size(); i++) {
      int quality = qualities[i / forms.size()];
      int form = i % forms.size();
      // each form and each quality once, unless all are wanted
      if (ALL || form % qualities.length == i / forms.size()) {
        Path from = (quality + form) % 2 == 0 ? scene : city;
        Path file = folder.resolve("jpeg-" + quality + "-" + form + ".mrf");
        List<String> command = new ArrayList<>(List.of("gdal_translate", "-q", "-of", "MRF"));
        command.addAll(List.of("-co", "COMPRESS=JPEG", "-co", "QUALITY=" + quality));
        command.addAll(List.of(forms.get(form).split(" ")));
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
    try (MrfPicture picture = MrfPicture.open(file)) {
      return picture.read(picture.all());
    }
  }

  /** An MRF with its source. */
  private record MrfPicture(FileBytes bytes, MrfFile mrf) implements AutoCloseable {
    static MrfPicture open(Path file) throws IOException {
      FileBytes bytes = new FileBytes(file);
      ImageryFormat.Access beside = location -> new FileBytes(location.file().orElseThrow());
      return new MrfPicture(bytes, MrfFile.open(ImageLocation.of(file), bytes, beside));
    }

    PixelWindow all() {
      return new PixelWindow(0, 0, mrf.header().width(), mrf.header().height());
    }

    /** All columns of up to 600 rows in the middle, across the pages of two rows of them. */
    PixelWindow part() {
      int height = mrf.header().height();
      int rows = Math.min(600, height);
      return new PixelWindow(0, (height - rows) / 2, mrf.header().width(), rows);
    }

    byte[] read(PixelWindow window) throws IOException {
      int bands = mrf.header().bands();
      byte[] pixels = new byte[window.width() * window.height() * bands];
      mrf.read(0, window, bands, pixels);
      return pixels;
    }

    @Override
    public void close() throws IOException {
      mrf.close();
      bytes.close();
    }
  }
}
