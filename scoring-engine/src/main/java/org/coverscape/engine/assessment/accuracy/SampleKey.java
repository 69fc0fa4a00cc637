package org.coverscape.engine.assessment.accuracy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.assessment.AssessmentException;
import org.coverscape.engine.assessment.Categories;
import org.coverscape.engine.export.DraftFile;

/** The file that keeps what a blind sample does not show: strata, and the cell of each id. */
final class SampleKey {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int VERSION = 1;

  private SampleKey() {}

  static void write(Path file, SampleDesign design) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("note", "Says what the map shows in each cell: do not look before labelling.");
    root.put("version", VERSION);
    root.put("seed", design.seed());
    ArrayNode strata = root.putArray("strata");
    for (Stratum stratum : design.strata()) {
      ObjectNode node = strata.addObject().put("map", Categories.map(stratum.category()));
      node.put("cells", stratum.cells()).put("hectares", stratum.hectares());
      node.put("sampled", stratum.sampled());
    }
    ArrayNode cells = root.putArray("cells");
    for (SampledCell cell : design.cells()) {
      ObjectNode node = cells.addObject().put("id", cell.id());
      node.put("row", cell.row()).put("col", cell.col());
      node.put("map", Categories.map(cell.category()));
    }
    try {
      DraftFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of plain values can always be written.", e);
    }
  }

  static SampleDesign read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new AssessmentException(
          "There is no "
              + file.getFileName()
              + " beside the labels; keep them in the folder that the sample was drawn into.");
    }
    try {
      JsonNode root = MAPPER.readTree(file.toFile());
      List<Stratum> strata = new ArrayList<>();
      for (JsonNode node : root.required("strata")) {
        strata.add(
            new Stratum(
                category(node),
                node.required("cells").longValue(),
                node.required("hectares").doubleValue(),
                node.required("sampled").intValue()));
      }
      List<SampledCell> cells = new ArrayList<>();
      for (JsonNode node : root.required("cells")) {
        cells.add(
            new SampledCell(
                node.required("id").intValue(),
                node.required("row").intValue(),
                node.required("col").intValue(),
                category(node)));
      }
      return new SampleDesign(root.required("seed").longValue(), strata, cells);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new AssessmentException(
          file + " is damaged; take it from a copy, or draw a new sample.", e);
    }
  }

  private static int category(JsonNode node) {
    String name = node.required("map").asText();
    return Categories.all().stream()
        .filter(c -> Categories.map(c).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no class " + name));
  }
}
