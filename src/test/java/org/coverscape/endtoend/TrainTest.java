package org.coverscape.endtoend;

import static org.coverscape.endtoend.Coverscape.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.Scene;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head is trained by the built program, and the program maps with it. */
class TrainTest {
  private static final List<String> CLASSES =
      List.of("barren", "cultivated", "developed", "forested", "herbaceous", "shrub");
  private static final int[] COLOURS = {0xC8B496, 0x8CA03C, 0xA0A0A8, 0x284628, 0xB4BE82, 0x786E50};
  private static final int EACH = 15;

  @TempDir static Path folder;
  private static RunningService service;

  @BeforeAll
  static void paint() throws IOException {
    service = RunningService.start();
    Random random = new Random(1);
    for (int c = 0; c < CLASSES.size(); c++) {
      Path images = Files.createDirectories(folder.resolve("images").resolve(CLASSES.get(c)));
      for (int i = 0; i < EACH; i++) {
        assertTrue(
            ImageIO.write(
                painted(COLOURS[c], random),
                "png",
                images.resolve("i%02d.png".formatted(i)).toFile()));
      }
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static BufferedImage painted(int colour, Random random) {
    BufferedImage image = new BufferedImage(224, 224, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 224 * 224; i++) {
      int shade = random.nextInt(25);
      image.setRGB(i % 224, i / 224, colour + (shade << 16 | shade << 8 | shade));
    }
    return image;
  }

  private static Coverscape.Result train(String labels, String out, String... more) {
    String[] line = new String[7 + more.length];
    System.arraycopy(
        new String[] {"train", "--labels", labels, "--out", out, "--services", service.endpoint()},
        0,
        line,
        0,
        7);
    System.arraycopy(more, 0, line, 7, more.length);
    return Coverscape.run(line);
  }

  private static Path head(String name) throws IOException {
    Path head = folder.resolve(name);
    Coverscape.Result result =
        train(folder.resolve("images").toString(), head.toString(), "--json", "--seed", "3");
    assertEquals(0, result.exit(), result.err());
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertEquals("coverscape-landcover:3", json.path("featurizer").asText());
    assertEquals(EACH * 6, json.path("chips").asInt());
    assertTrue(json.path("validation").path("balanced_accuracy").asDouble() > 0.9, result.out());
    return head;
  }

  /** A list of services that puts a head behind the features of ours. */
  private static Path services(Path head) throws IOException {
    return Files.writeString(
        folder.resolve("services.json"),
        "[{\"address\":\"%s\",\"model\":\"features\",\"head\":\"%s\"}]"
            .formatted(service.endpoint(), head.getFileName()));
  }

  @Test
  void aHeadIsTrainedAndUsed() throws IOException {
    Path head = head("head.json");
    byte[] first = Files.readAllBytes(head);
    for (String figures :
        List.of(
            "classes.csv", "confusion-validation.csv", "curves.csv", "accuracy.png", "loss.png")) {
      assertTrue(Files.size(folder.resolve("head-" + figures)) > 20, figures);
    }
    assertArrayEquals(
        first, Files.readAllBytes(head("head.json")), "the same seed, the same bytes");

    Coverscape.Result judged =
        Coverscape.run(
            "evaluate",
            "--json",
            "--images",
            folder.resolve("images").toString(),
            "--services-file",
            services(head).toString());
    assertEquals(0, judged.exit(), judged.err());
    JsonNode figures = new ObjectMapper().readTree(judged.out());
    assertTrue(figures.path("accuracy").asDouble() > 0.95, judged.out());
  }

  @Test
  void aRegionIsMappedWithIt() throws IOException {
    Path head = head("mapped.json");
    Path image = new TiffFixtures(folder).utm(Ground.solid(COLOURS[3] + 0x0C0C0C));
    Path out = folder.resolve("map");
    Coverscape.Result result =
        Coverscape.run(
            "score",
            "--region",
            here(),
            "--imagery",
            image.toString(),
            "--out",
            out.toString(),
            "--services-file",
            services(head).toString());
    assertEquals(0, result.exit(), result.err());
    assertTrue(Summary.of(out).json().path("model").asText().contains("+head-"));
  }

  @Test
  void labelsOfTheGroundAreSampledAtNinePoints() throws IOException {
    Path image = new TiffFixtures(folder).utm(Ground.noise(1));
    Path reference =
        Scene.utm(
                "nlcd",
                TiffFixtures.ZONE,
                TiffFixtures.WEST,
                TiffFixtures.NORTH,
                28,
                16,
                16,
                (x, y) -> Ground.rgbn(x < TiffFixtures.WEST + 224 ? 42 : 82, 0, 0, 0))
            .withBands(1)
            .writeTo(folder);
    Path head = folder.resolve("ground.json");
    Coverscape.Result result =
        train(reference.toString(), head.toString(), "--imagery", image.toString(), "--json");
    assertEquals(0, result.exit(), result.err());
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertEquals(4, json.path("chips").asInt());
    assertTrue(result.err().contains("No chip shows barren or developed"), result.err());
    assertEquals("2021-06-15", json.path("provenance").path("imagery_dates").asText());
  }

  @Test
  void chipsAreWritten() throws IOException {
    Path image = new TiffFixtures(folder).utm(Ground.gradient());
    Path out = folder.resolve("chips");
    Coverscape.Result result =
        Coverscape.run(
            "chips", "--region", here(), "--imagery", image.toString(), "--out", out.toString());
    assertEquals(0, result.exit(), result.err());
    assertEquals(5, Files.readAllLines(out.resolve("chips.csv")).size());
  }

  @Test
  void whatCannotBeLearnedFromIsRefusedInOneSentence() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one/shrub"));
    Files.copy(folder.resolve("images/shrub/i00.png"), one.resolve("a.png"));
    assertRefused(
        train(folder.resolve("one").toString(), folder.resolve("x.json").toString()),
        "at least two classes");
    assertRefused(
        train(folder.resolve("images").toString(), folder.resolve("x.txt").toString()), "--out");
    Path image = new TiffFixtures(folder).utm(Ground.noise(1));
    Path elsewhere =
        Files.writeString(
            folder.resolve("labels.geojson"),
            "{\"type\":\"Feature\",\"properties\":{\"class\":\"shrub\"},\"geometry\":"
                + "{\"type\":\"Point\",\"coordinates\":[-80,40]}}");
    assertRefused(
        train(
            elsewhere.toString(),
            folder.resolve("x.json").toString(),
            "--imagery",
            image.toString()),
        "The labels do not touch the imagery");
  }

  private static String here() throws IOException {
    return Files.writeString(
            folder.resolve("here.geojson"),
            GeoJson.box(
                26914,
                TiffFixtures.WEST + 2,
                TiffFixtures.NORTH - 446,
                TiffFixtures.WEST + 446,
                TiffFixtures.NORTH - 2))
        .toString();
  }
}
