package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.fixtures.RegionFixtures;
import org.coverscape.engine.region.Region;
import org.coverscape.map.MapBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesModelTest {
  @TempDir Path folder;

  private final List<FilesModel.Features> features = new ArrayList<>();
  private final List<Path> projects = new ArrayList<>();
  private final List<MapBox> shown = new ArrayList<>();

  private Office office() {
    Office office = new Office(folder);
    office.files.setOnFeatures(features::add);
    office.files.setOnProject(projects::add);
    office.files.setOnImagery(shown::add);
    return office;
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private void warns(String name, String text, String inSentence) throws Exception {
    try (Office office = office()) {
      office.files.open(List.of(file(name, text)));
      office.until("a warning", () -> !office.notices.warned.isEmpty());
      String sentence = office.notices.warned.get(0);
      assertTrue(sentence.contains(inSentence), sentence);
      assertTrue(sentence.endsWith("."), sentence);
      assertEquals(1, office.notices.warned.size());
      assertEquals(List.of(), office.imagery.paths());
      assertEquals(List.of(), features);
    }
  }

  @Test
  void aTextFileIsRefusedInOneSentence() throws Exception {
    warns("notes.txt", "milk, bread", "notes.txt is neither imagery");
  }

  @Test
  void anImageOfAnotherKindIsRefusedInOneSentence() throws Exception {
    warns("photo.JPG", "…", "photo.JPG is neither imagery");
  }

  @Test
  void brokenFeaturesAreRefusedInOneSentence() throws Exception {
    warns("cut.geojson", RegionFixtures.cutShort(), "cut.geojson");
  }

  @Test
  void featuresWithoutPolygonsAreRefusedInOneSentence() throws Exception {
    warns("wells.geojson", RegionFixtures.point(), "wells.geojson holds no polygons");
  }

  @Test
  void aMissingFileIsRefusedInOneSentence() throws Exception {
    try (Office office = office()) {
      office.files.open(List.of(folder.resolve("gone.geojson"), folder.resolve("gone.tif")));
      office.until("two warnings", () -> office.notices.warned.size() == 2);
      assertTrue(office.notices.warned.stream().allMatch(s -> s.contains("gone.")));
    }
  }

  @Test
  void polygonsAreHandedOverAndUsedAsRegions() throws Exception {
    try (Office office = office()) {
      office.files.open(List.of(file("two.GeoJSON", RegionFixtures.featureCollection())));
      office.until("they are read", () -> !features.isEmpty());
      FilesModel.Features read = features.get(0);
      assertEquals(2, read.shapes().size());
      assertEquals(List.of("1", "2"), read.shapes().stream().map(s -> s.shape().id()).toList());
      List<Region> regions = new ArrayList<>();
      List<String> names = new ArrayList<>();
      office.files.use(
          read.shapes().get(1),
          (region, name) -> {
            regions.add(region);
            names.add(name);
          });
      office.until("one is used", () -> regions.size() == 1);
      assertEquals(0.01 * 0.01, regions.get(0).geometry().getArea(), 1e-9);
      office.files.useAll(
          read,
          (region, name) -> {
            regions.add(region);
            names.add(name);
          });
      office.until("all are used", () -> regions.size() == 2);
      assertEquals(0.04 * 0.04 + 0.01 * 0.01, regions.get(1).geometry().getArea(), 1e-9);
      assertEquals(List.of("Área 1", "two.GeoJSON"), names);
    }
  }

  @Test
  void pointsBesidePolygonsAreLeftOut() throws Exception {
    try (Office office = office()) {
      String mixed =
          RegionFixtures.featureCollection()
              .replace(
                  "\"features\":[",
                  "\"features\":[{\"type\":\"Feature\",\"properties\":null,\"geometry\":"
                      + RegionFixtures.point()
                      + "},");
      office.files.open(List.of(file("mixed.json", mixed)));
      office.until("they are read", () -> !features.isEmpty());
      assertEquals(2, features.get(0).shapes().size());
    }
  }

  @Test
  void imagesAreAddedAndShown() throws Exception {
    try (Office office = office()) {
      office.files.open(List.of(office.image("ne", 2021)));
      office.until("it is shown", () -> !shown.isEmpty());
      assertEquals(List.of("1 image added."), office.notices.said);
      assertEquals(1, office.imagery.tiles().size());
      MapBox box = shown.get(0);
      // 1,120 m on the ground at 40° N
      assertEquals(1120 / Math.cos(Math.toRadians(39.9)), box.width(), 10);
    }
  }

  @Test
  void projectsAreOpened() throws Exception {
    try (Office office = office()) {
      Path project = folder.resolve("a.coverscape");
      office.files.open(List.of(project));
      assertEquals(List.of(project), projects);
    }
  }
}
