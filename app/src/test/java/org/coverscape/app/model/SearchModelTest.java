package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import org.coverscape.engine.fixtures.FileServer;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.store.ProjectFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue and its images on a server of this computer. */
class SearchModelTest {
  @TempDir Path folder;
  private FileServer server;
  private Office office;
  private SearchModel search;

  SearchModelTest() throws IOException {
    server = FileServer.of(Path.of("."));
    server.close();
    office = new Office(Path.of("."));
    search = office.search;
    office.close();
  }

  @BeforeEach
  void open() throws IOException {
    server = FileServer.of(Files.createDirectory(folder.resolve("served")));
    begin();
  }

  private void begin() {
    office = new Office(folder);
    search = office.search;
    search.placeProperty().set(SearchPlace.CATALOGUE);
    search.addressProperty().set(server.at("/api").toString());
  }

  @AfterEach
  void close() {
    office.close();
    server.close();
  }

  /** The Item of an image that is served. */
  private String item(String quarter, int year) throws Exception {
    Path image = office.image(quarter, year);
    Path served = folder.resolve("served").resolve(image.getFileName());
    Files.move(image, served);
    return String.format(
        Locale.ROOT,
        """
        {"type": "Feature", "id": "%s", "collection": "naip", "links": [],
         "properties": {"datetime": "%d-06-15T17:00:00Z", "proj:code": "%s",
           "proj:shape": [896, 1120], "proj:transform": [1, 0, %f, 0, -1, %f]},
         "assets": {"image": {"href": "%s", "type": "image/tiff", "roles": ["data"],
           "eo:bands": [{}, {}, {}]}}}""",
        served.getFileName(),
        year,
        TiffFixtures.ZONE.crs().id(),
        TiffFixtures.WEST,
        TiffFixtures.NORTH,
        server.uri(served.getFileName().toString()));
  }

  /** Answers searches with one Item on each page. */
  private void catalogue(String... items) {
    server.answer(
        "/api",
        request ->
            """
            {"type": "Catalog", "id": "api", "links": [{"rel": "search", "method": "POST", "href":
              "/api/page0"}]}""");
    for (int i = 0; i < Math.max(1, items.length); i++) {
      String next =
          i + 1 < items.length
              ? "{\"rel\": \"next\", \"method\": \"GET\", \"href\": \"/api/page" + (i + 1) + "\"}"
              : "";
      String item = items.length == 0 ? "" : items[i];
      server.answer(
          "/api/page" + i,
          request ->
              "{\"type\": \"FeatureCollection\", \"features\": ["
                  + item
                  + "], \"links\": ["
                  + next
                  + "]}");
    }
  }

  private void ready(int columns, Path... images) throws Exception {
    Path file = folder.resolve("Field.coverscape");
    office.project.create(file, office.content("Field", columns, images));
    office.until("it is open", () -> office.region.region().isPresent());
    office.until("it is read", () -> !office.project.openingProperty().get());
  }

  private void search() throws InterruptedException {
    search.search();
    office.until("the search ends", () -> !search.runningProperty().get());
    office.until("all is taken in", () -> office.imagery.activityProperty().get().isEmpty());
  }

  private List<String> hosts() {
    return office.imagery.tiles().stream()
        .map(tile -> tile.location().text().replaceAll("/m_.*", "").replaceAll(":\\d+", ""))
        .distinct()
        .toList();
  }

  @Test
  void whatIsFoundIsPlannedAndScoredLikeFiles() throws Exception {
    catalogue(item("ne", 2021), item("nw", 2018));
    ready(2);
    List<String> progress = new ArrayList<>();
    search.progressProperty().addListener((o, was, is) -> progress.add(is));
    search();
    assertEquals("", search.problemProperty().get());
    assertEquals(
        "2 tiles of 2018 and 2021 were found. All of the region is covered.",
        search.resultProperty().get());
    assertEquals("Asking the catalogue …", progress.get(0));
    assertTrue(progress.stream().anyMatch(p -> p.contains("found …")), progress::toString);
    assertEquals(List.of("http://127.0.0.1/files"), hosts());
    assertEquals(2021, office.imagery.tiles().get(0).year().getAsInt(), "the newest comes first");
    office.until("there is a plan", () -> office.imagery.planProperty().get() != null);
    assertEquals(List.of(2018, 2021), office.imagery.years());
    office.serve();
    office.until("a run can begin", office.run::canStart);
    office.score();
    assertEquals(RunState.FINISHED, office.run.state());
    assertEquals(8, office.run.progressProperty().get().ended());
    assertTrue(server.bytes() > 0);
  }

  @Test
  void withoutTheNetworkTheProjectIsAsItWas() throws Exception {
    catalogue(item("ne", 2021), item("nw", 2018));
    ready(2);
    search();
    Path file = folder.resolve("Field.coverscape");
    office.leave();
    office.close();
    server.close();

    begin();
    office.project.open(file);
    office.until("it is open", () -> office.imagery.tiles().size() == 2);
    office.until("there is a plan", () -> office.imagery.planProperty().get() != null);
    assertEquals(List.of(), office.notices.warned);
    assertEquals(8, office.imagery.coverageProperty().get().chips());
    search();
    assertEquals("", search.resultProperty().get());
    assertEquals(
        "127.0.0.1 cannot be reached; check the network and try again. What is known of the region"
            + " from earlier is used: 2 tiles of 2018 and 2021. Search again later for the rest.",
        search.problemProperty().get());
    assertEquals(2, office.imagery.tiles().size());
    office.leave();
    assertEquals(2, ProjectFile.read(file).found().size());
  }

  @Test
  void whatWasFoundForOneProjectIsKnownInAnotherWithoutTheNetwork() throws Exception {
    catalogue(item("ne", 2021), item("nw", 2018));
    ready(2);
    search();
    office.leave();
    office.close();
    server.close();

    begin();
    office.project.create(folder.resolve("Other.coverscape"), office.content("Other", 1));
    office.until("it is open", () -> office.project.nameProperty().get().equals("Other"));
    office.until("it is read", () -> !office.project.openingProperty().get());
    assertEquals(List.of(), office.imagery.tiles());
    assertEquals("", search.resultProperty().get());
    search.yearProperty().set(2018);
    search();
    assertEquals(1, office.imagery.tiles().size());
    assertTrue(search.problemProperty().get().contains("1 tile of 2018"), search::toString);
  }

  @Test
  void whatIsFoundAgainChangesNothing() throws Exception {
    catalogue(item("ne", 2021), item("nw", 2018));
    ready(2);
    search();
    List<ImageryTile> before = office.imagery.images();
    int[] changes = {0};
    office.imagery.tiles().addListener((InvalidationListener) change -> changes[0]++);
    search();
    assertEquals(before, office.imagery.tiles());
    assertEquals(before, office.imagery.found());
    assertEquals(0, changes[0], "the map is not drawn anew");
  }

  @Test
  void aCatalogueThatWasNeverReachedIsSaid() throws Exception {
    server.close();
    ready(1);
    search();
    assertEquals("", search.resultProperty().get());
    assertEquals(
        "127.0.0.1 cannot be reached; check the network and try again. No imagery of this region was"
            + " found there earlier; try again later, or add files of your own.",
        search.problemProperty().get());
    assertEquals(List.of(), office.imagery.tiles());
  }

  @Test
  void gapsAndEntriesThatCannotBeUsedAreTold() throws Exception {
    catalogue(item("ne", 2021), "{\"type\": \"Feature\", \"id\": \"broken\"}");
    ready(Office.CHIPS + 1);
    search();
    String told = search.resultProperty().get();
    assertTrue(told.matches("1 tile of 2021 was found\\. 20\\.0 ha of the region .*"), told);
    assertTrue(told.contains(" 1 entry could not be used: It is no STAC Item"), told);
  }

  @Test
  void nothingFoundIsSaidWithWhatToDo() throws Exception {
    catalogue();
    ready(1);
    search.yearProperty().set(2019);
    search();
    assertEquals(
        "No imagery of 2019 was found there for this region; choose another year, or Latest.",
        search.problemProperty().get());
    search.yearProperty().set(null);
    search();
    assertEquals(
        "No imagery was found there for this region; choose another catalogue.",
        search.problemProperty().get());
  }

  @Test
  void aSearchThatHangsCanBeStopped() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch forever = new CountDownLatch(1);
    server.answer(
        "/api",
        request -> {
          asked.countDown();
          await(forever);
          return "";
        });
    ready(1);
    search.search();
    asked.await();
    assertTrue(search.runningProperty().get());
    search.cancel();
    assertFalse(search.runningProperty().get());
    assertEquals("The search was stopped; nothing was added.", search.resultProperty().get());
    forever.countDown();
    catalogue(item("ne", 2021));
    search();
    assertEquals(1, office.imagery.tiles().size());
    assertEquals(List.of(), office.notices.warned);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aSearchEndsWithItsProject() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    ready(1);
    catalogue(item("ne", 2021));
    String catalogue = "{\"type\": \"Catalog\", \"id\": \"api\", \"links\": []}";
    server.answer(
        "/api",
        request -> {
          asked.countDown();
          await(leave);
          return catalogue;
        });
    search.search();
    asked.await();
    office.project.create(folder.resolve("Other.coverscape"), office.content("Other", 1));
    office.until("it is open", () -> office.project.nameProperty().get().equals("Other"));
    leave.countDown();
    office.until("it is read", () -> !office.project.openingProperty().get());
    assertFalse(search.runningProperty().get());
    assertEquals("", search.problemProperty().get());
    assertEquals(List.of(), office.imagery.tiles());
  }

  @Test
  void whereThereIsNoRegionThatIsSaid() {
    search.search();
    assertFalse(search.runningProperty().get());
    assertEquals(
        "Draw a region first, or open one; imagery is looked for there.",
        search.problemProperty().get());
  }

  @Test
  void whatIsNoCatalogueIsSaid() throws Exception {
    ready(1);
    search.addressProperty().set("ftp://somewhere");
    search();
    assertEquals(
        "'ftp://somewhere' is no address of a catalogue; it begins with https://.",
        search.problemProperty().get());
  }

  @Test
  void nothingTypedIsAskedFor() throws Exception {
    ready(1);
    search.addressProperty().set(" ");
    search();
    assertEquals(
        "Type the address first; it begins with https://.", search.problemProperty().get());
    search.placeProperty().set(SearchPlace.IMAGE);
    search();
    assertEquals(
        "Type the address first; it begins with https://.", search.problemProperty().get());
    search.placeProperty().set(SearchPlace.FOLDER);
    search();
    assertEquals(
        "Choose the folder of the Items first, or type its name.", search.problemProperty().get());
  }

  @Test
  void aFolderOfItemsIsSearchedToo() throws Exception {
    Path items = Files.createDirectory(folder.resolve("items"));
    Files.writeString(items.resolve("one.json"), item("ne", 2021));
    ready(1);
    search.placeProperty().set(SearchPlace.FOLDER);
    search.addressProperty().set(items.toString());
    search();
    assertEquals(1, office.imagery.tiles().size());
    assertEquals(
        "1 tile of 2021 was found. All of the region is covered.", search.resultProperty().get());
  }

  @Test
  void anImageIsAddedByItsAddress() throws Exception {
    item("ne", 2021);
    String name;
    try (Stream<Path> served = Files.list(folder.resolve("served"))) {
      name = served.map(file -> file.getFileName().toString()).collect(Collectors.joining());
    }
    ready(1);
    List<ImageryTile> shown = new ArrayList<>();
    search.setOnImage(shown::addAll);
    search.placeProperty().set(SearchPlace.IMAGE);
    search.addressProperty().set(" " + server.uri(name) + "?sig=secret ");
    search();
    assertEquals(office.imagery.tiles().get(0).id(), shown.get(0).id());
    assertEquals(
        name.replace(".tif", "") + ", taken 2021-06-15, was added.", search.resultProperty().get());
    Project kept = ProjectFile.read(saved());
    assertEquals(1, kept.found().size());
    assertFalse(kept.found().toString().contains("secret"));

    search.addressProperty().set(server.uri("none.tif").toString());
    search();
    assertTrue(
        search.problemProperty().get().startsWith("none.tif was not added: It is not there"),
        search.problemProperty().get());
    search.addressProperty().set("m_1.tif");
    search();
    assertEquals(
        "'m_1.tif' is no address of an image; it begins with https:// and names a file.",
        search.problemProperty().get());
    assertEquals(1, office.imagery.tiles().size());
  }

  private Path saved() throws InterruptedException {
    boolean[] done = {false};
    office.project.saveThen(() -> done[0] = true);
    office.until("it is saved", () -> done[0]);
    return folder.resolve("Field.coverscape");
  }
}
