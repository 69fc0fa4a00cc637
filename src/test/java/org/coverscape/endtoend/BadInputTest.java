package org.coverscape.endtoend;

import static org.coverscape.endtoend.Coverscape.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.RegionFixtures;
import org.coverscape.engine.fixtures.Scene;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.store.JobJournal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every wrong input gives one plain sentence and exit code 2, and nothing is lost. */
class BadInputTest {
  @TempDir static Path folder;
  private static RunningService service;
  private static Path image = Path.of("");

  @BeforeAll
  static void makeImagery() throws IOException {
    service = RunningService.start();
    image = new TiffFixtures(Files.createDirectory(folder.resolve("good"))).utm(Ground.noise(1));
  }

  @AfterAll
  static void stopService() {
    service.close();
  }

  /** The ground of the fixtures' scenes. */
  private static String here() throws IOException {
    Path file = folder.resolve("here.geojson");
    Files.writeString(
        file,
        GeoJson.box(
            26914,
            TiffFixtures.WEST + 2,
            TiffFixtures.NORTH - 446,
            TiffFixtures.WEST + 446,
            TiffFixtures.NORTH - 2));
    return file.toString();
  }

  private static String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Coverscape.Result score(String region, Path imagery, Path out, String services) {
    return Coverscape.run(
        "score",
        "--region",
        region,
        "--imagery",
        imagery.toString(),
        "--out",
        out.toString(),
        "--services",
        services);
  }

  private static void assertRegionRefused(String region, String saying) {
    assertRefused(score(region, image, folder.resolve("none"), service.endpoint()), saying);
  }

  private static void assertImageRefused(Path bad, String saying) throws IOException {
    assertRefused(score(here(), bad, folder.resolve("none"), service.endpoint()), saying);
  }

  @Test
  void aRegionOutsideAllImagery() {
    assertRegionRefused("-80,40,-79.99,40.01", "No imagery touches the region");
  }

  /** Told before the evaluation, not after it. */
  @Test
  void answersInAFolderThatIsNotThere() {
    assertRefused(
        Coverscape.run(
            "evaluate",
            "--images",
            folder.toString(),
            "--answers",
            folder.resolve("none/answers.csv").toString(),
            "--services",
            "localhost:1"),
        "--answers is a file in a folder that is there");
  }

  @Test
  void aSelfCrossingPolygon() throws IOException {
    assertRegionRefused(file("bow.geojson", RegionFixtures.selfCrossing()), "crosses itself");
  }

  @Test
  void anEmptyFile() throws IOException {
    assertRegionRefused(file("empty.geojson", ""), "empty");
  }

  @Test
  void aGeoJsonWithoutCoordinates() throws IOException {
    assertRegionRefused(file("bare.geojson", RegionFixtures.withoutCoordinates()), "coordinates");
  }

  @Test
  void aRegionThatIsNotThere() {
    assertRegionRefused(folder.resolve("missing.geojson").toString(), "missing.geojson");
  }

  @Test
  void aTiffTruncatedInItsHeader() throws IOException {
    Path bad = folder.resolve("header_20210615.tif");
    Files.write(bad, java.util.Arrays.copyOf(Files.readAllBytes(image), 40));
    assertImageRefused(bad, "header_20210615.tif");
  }

  @Test
  void aTiffTruncatedInItsPixelsLosesOnlyWhatIsMissing() throws IOException {
    Path whole =
        Scene.utm(
                "m_3909801_ne_14_1_20210615",
                TiffFixtures.ZONE,
                TiffFixtures.WEST,
                TiffFixtures.NORTH,
                1,
                448,
                448 * 4,
                Ground.noise(2))
            .writeTo(Files.createDirectories(folder.resolve("pixels")));
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
    String region =
        file(
            "tall.geojson",
            GeoJson.box(
                26914,
                TiffFixtures.WEST + 2,
                TiffFixtures.NORTH - 448 * 4 + 2,
                TiffFixtures.WEST + 446,
                TiffFixtures.NORTH - 2));
    Path out = folder.resolve("truncated");
    Coverscape.Result result = score(region, whole, out, service.endpoint());
    assertEquals(1, result.exit(), result.err());
    assertTrue(result.err().contains("unreadable"), result.err());
    Summary summary = Summary.of(out);
    summary.assertAddsUp();
    assertTrue(summary.chips("scored") >= 4, summary.json().toString());
    assertEquals(
        16 - summary.chips("scored"),
        summary.json().path("chips").path("unscored").path("unreadable").asLong());
  }

  @Test
  void aTiffWithoutGeoreference() throws IOException {
    assertImageRefused(new TiffFixtures(folder).withoutPlace(), "georeference");
  }

  @Test
  void threeBandsOfSixteenBits() throws IOException {
    assertImageRefused(new TiffFixtures(folder).sixteenBits(), "16");
  }

  @Test
  void aServiceThatIsNotThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    long began = System.nanoTime();
    Coverscape.Result result =
        score(here(), image, folder.resolve("unreached"), "127.0.0.1:" + port);
    assertRefused(result, "No service answers at 127.0.0.1:" + port);
    assertTrue((System.nanoTime() - began) / 1e9 < 60, "it must not wait for ever");
  }

  @Test
  void anOutputFolderThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "in the way");
    assertRefused(
        score(here(), image, file.resolve("out"), service.endpoint()), "choose another --out");
  }

  /** gRPC logs a stack trace for each attempt to find it. */
  @Test
  void aHostThatDoesNotExist() throws IOException {
    assertRefused(
        score(here(), image, folder.resolve("unknown"), "nosuchhost.invalid:1"),
        "No service answers at nosuchhost.invalid:1");
  }

  @Test
  void aCatalogueThatIsNone() throws IOException {
    assertRefused(
        Coverscape.run("index", image.toString(), "--catalog", file("notes.csv", "no catalogue")),
        "is not a database; choose another file.");
  }

  @Test
  void aPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertRefused(Coverscape.run("serve", "--port", String.valueOf(port)), "" + port);
    }
  }

  /** A file system of 300 KB, seen by that process alone, fills up while chips are scored. */
  @Test
  void aFullDiskKeepsWhatWasScored() throws Exception {
    Path small = Files.createDirectories(folder.resolve("small"));
    Path kept = Files.createDirectories(folder.resolve("kept"));
    String mount = "mount -t tmpfs -o size=300k none \"$0\"";
    assumeTrue(
        Coverscape.has("unshare") && in(small, mount).start().waitFor() == 0,
        "a file system of one's own cannot be mounted here");
    List<String> score =
        Coverscape.builder(Sample.score(small, "--stride", "56", "--services", service.endpoint()))
            .command();
    Path err = folder.resolve("full.err");
    String keep = "; code=$?; cp \"$0\"/job.sqlite* '" + kept + "'; exit $code";
    ProcessBuilder builder = in(small, mount + " && \"$@\"" + keep);
    builder.command().addAll(score);
    Process process = builder.redirectError(err.toFile()).start();
    assertEquals(2, process.waitFor());
    String said = Files.readString(err);
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.startsWith("coverscape: The disk is full"), said);
    try (JobJournal journal = JobJournal.open(kept.resolve("job.sqlite"))) {
      assertTrue(journal.counts().scored() > 50, "what was scored must be on record");
    }
  }

  /** A shell script that may mount, its first argument being a folder. */
  private static ProcessBuilder in(Path mounted, String script) {
    ProcessBuilder builder =
        new ProcessBuilder(
            new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, mounted.toString())));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  @Test
  void aWrongOptionNamesTheHelp() {
    assertRefused(Coverscape.run("score", "--regoin", "x"), "--help");
    assertRefused(Coverscape.run("paint"), "no verb 'paint'");
  }

  @Test
  void aJobThatIsNotThere() {
    assertRefused(
        Coverscape.run(
            "export", folder.resolve("nowhere").toString(), "--format", "csv", "--out", "x.csv"),
        "There is no job");
  }

  @Test
  void indexListsWhatItCannotRead() throws IOException {
    Path mixed = Files.createDirectories(folder.resolve("mixed"));
    new TiffFixtures(mixed).utm(Ground.noise(3));
    Files.writeString(mixed.resolve("notes.tif"), "no image", StandardOpenOption.CREATE);
    Coverscape.Result result =
        Coverscape.run(
            "index", mixed.toString(), "--catalog", folder.resolve("c.sqlite").toString());
    assertEquals(0, result.exit(), result.err());
    assertTrue(result.out().contains("notes.tif: "), result.out());
    assertTrue(result.out().contains("1 image in"), result.out());
  }
}
