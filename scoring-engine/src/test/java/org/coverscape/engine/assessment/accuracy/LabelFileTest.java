package org.coverscape.engine.assessment.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coverscape.engine.analysis.TestMaps;
import org.coverscape.engine.assessment.AssessmentException;
import org.coverscape.engine.assessment.Categories;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.place.FeatureFile;
import org.coverscape.engine.vector.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFileTest {
  private static final ChipGrid GRID = new ChipGrid(TestMaps.ZONE, 1, 56);
  private static final SampleDesign THREE =
      new SampleDesign(
          7,
          List.of(new Stratum(2, 40, 12.5, 2), new Stratum(Categories.NONE, 9, 2.5, 1)),
          List.of(
              new SampledCell(1, 78_600, 8_940, 2),
              new SampledCell(2, 78_601, 8_950, Categories.NONE),
              new SampledCell(3, 78_602, 8_960, 2)));

  @TempDir Path folder;

  @Test
  void whatIsWrittenTellsNothingOfTheMapAndComesBack() throws IOException {
    SampleFiles files = new SampleFiles(folder);
    files.write(THREE, GRID);
    assertEquals(THREE, files.read());
    List<String> lines = Files.readAllLines(files.csv());
    assertEquals("id,lon,lat,polygon,class", lines.get(0));
    assertTrue(
        lines.get(1).matches("1,-11[0-9.]+,39[0-9.]+,\"POLYGON \\(\\(.*\\)\\)\","), lines.get(1));
    List<Feature> polygons = FeatureFile.read(files.geoPackage()).features();
    assertEquals(3, polygons.size());
    assertEquals(56 * 56, polygons.get(0).geometry().getArea(), 1e-6);
    assertFalse(polygons.get(0).attributes().containsKey("class"));
    assertThrows(AssessmentException.class, () -> files.write(THREE, GRID));
    assertThrows(AssessmentException.class, () -> LabelFile.read(files.geoPackage(), THREE));
  }

  @Test
  void labelsOfSpreadsheetsAreRead() throws IOException {
    Path file = folder.resolve("labels.csv");
    Files.writeString(
        file,
        "\uFEFFclass;polygon;ID\r\n Barren ;\"a;\"\"b\"\"\n\";3\r\nnone;;1\r\nSHRUB;;2.0\r\n;;\r\n");
    assertEquals(Map.of(3, 0, 1, 6, 2, 5), LabelFile.read(file, THREE));
    Files.writeString(file, "id\tclass\n1\tunclassified\n2\tforested\n3\therbaceous");
    assertEquals(Map.of(1, 6, 2, 3, 3, 4), LabelFile.read(file, THREE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,class;1,shrub;2,shrub|Rows missing from",
        "id,class;1,shrub;2,;3,|Rows without a class",
        "id,class;1,shrub;2,wood;3,shrub|'wood' of id 2",
        "id,class;1,shrub;2,NaN;3,shrub|'NaN' of id 2",
        "id,class;1,shrub;1,shrub;2,shrub;3,shrub|more than once",
        "id,class;1,shrub;2,shrub;3,shrub;4,shrub|4 in",
        "id,class;NaN,shrub|is no id",
        "id,label;1,shrub|no column 'class'",
        "fid,class;1,shrub|no column 'id'"
      })
  void otherLabelsAreRefused(String text, String saying) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), text.replace(';', '\n'));
    String said =
        assertThrows(AssessmentException.class, () -> LabelFile.read(file, THREE)).getMessage()
            + "";
    assertTrue(said.contains(saying) && said.endsWith("."), said);
  }

  @Test
  void aKeyThatIsGoneOrDamagedIsSaid() throws IOException {
    SampleFiles files = new SampleFiles(folder);
    assertThrows(AssessmentException.class, files::read);
    Files.writeString(files.key(), "{\"seed\":1,\"strata\":[{\"map\":\"sea\"}]}");
    assertThrows(AssessmentException.class, files::read);
    Files.writeString(files.key(), "{");
    assertThrows(AssessmentException.class, files::read);
  }

  @Test
  void figuresOfALabelledSampleByHand() throws IOException {
    Accuracy accuracy = Accuracy.of(THREE, Map.of(1, 2, 2, Categories.NONE, 3, 0));
    assertEquals(15, accuracy.hectares(), 1e-12);
    StratifiedEstimator estimator = accuracy.estimator();
    // developed: one of two right on 12.5 ha; unclassified: one of one on 2.5 ha
    assertEquals((12.5 * 0.5 + 2.5) / 15, estimator.overall().value(), 1e-12);
    assertEquals(12.5 / 15 * 0.5, estimator.overall().standardError(), 1e-12);
    assertEquals(6.25, estimator.area(0).times(accuracy.hectares()).value(), 1e-12);
    AccuracyFiles files = new AccuracyFiles(folder);
    files.write(accuracy);
    String csv = Files.readString(files.csv());
    assertTrue(csv.contains("\nbarren,0.0000,6.2500,6.2500,0.0000,18.5000,,,,,"), csv);
    String html = Files.readString(files.html());
    assertFalse(html.contains("http") || html.contains("<script"), "nothing from elsewhere");
  }
}
