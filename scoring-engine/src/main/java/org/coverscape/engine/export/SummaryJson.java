package org.coverscape.engine.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.GroundShare;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;

/**
 * The summary of a run for machines, {@code summary.json}.
 *
 * <p>Hectares are geodesic and clipped to the region; {@code scored} chips are those with an
 * answer, unclassified ones included; {@code cells} says how many metres the map's cells measure.
 * {@code synthetic} and {@code any_gsd} stand there only when they are so, {@code stride} only when
 * it is not a whole chip.
 */
public final class SummaryJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int DECIMALS = 6;

  private SummaryJson() {}

  /** The summary as indented text. */
  public static String text(MappedRegion mapped, AreaReport areas, RunSummary run) {
    try {
      return MAPPER.writeValueAsString(tree(mapped, areas, run)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of plain values can always be written.", e);
    }
  }

  private static ObjectNode tree(MappedRegion mapped, AreaReport areas, RunSummary run) {
    ObjectNode root = MAPPER.createObjectNode();
    addChips(root.putObject("chips"), run.chips().orElseGet(() -> counts(areas)));
    addCells(root.putObject("cells"), mapped.grid().cellSize());
    root.put("tiles", run.tiles());
    put(root.putObject("region"), "hectares", areas.region().hectares());
    addAreas(root, areas);
    ObjectNode seconds = root.putObject("seconds");
    put(seconds, "total", run.totalSeconds());
    put(seconds, "reading", run.readingSeconds());
    put(seconds, "scoring", run.scoringSeconds());
    put(root, "images_per_second", run.imagesPerSecond());
    ArrayNode services = root.putArray("services");
    run.services().forEach(use -> addService(services, use));
    root.put("model", mapped.model());
    ArrayNode imagery = root.putArray("imagery");
    mapped.sources().forEach(source -> addSource(imagery, source));
    addPlace(root, mapped, run);
    return root;
  }

  private static ChipCounts counts(AreaReport areas) {
    Map<UnscoredReason, Long> unscored = new EnumMap<>(UnscoredReason.class);
    for (UnscoredReason reason : UnscoredReason.values()) {
      unscored.put(reason, areas.of(reason).cells());
    }
    long scored = areas.classified().cells() + areas.unclassified().cells();
    return new ChipCounts(areas.region().cells(), scored, unscored);
  }

  private static void addChips(ObjectNode chips, ChipCounts counts) {
    chips.put("total", counts.total());
    chips.put("scored", counts.scored());
    ObjectNode unscored = chips.putObject("unscored");
    for (UnscoredReason reason : UnscoredReason.values()) {
      unscored.put(reason.label(), counts.unscored().getOrDefault(reason, 0L));
    }
  }

  /** Whole metres, which they are but for odd networks, without a decimal point. */
  private static void addCells(ObjectNode cells, double metres) {
    if (metres == Math.rint(metres)) {
      cells.put("metres", (long) metres);
    } else {
      put(cells, "metres", metres);
    }
  }

  private static void addAreas(ObjectNode root, AreaReport areas) {
    ObjectNode classes = root.putObject("classes");
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      GroundShare share = areas.of(landCover);
      ObjectNode node = classes.putObject(landCover.label());
      put(node, "hectares", share.hectares());
      put(node, "percent_of_region", areas.percentOfRegion(share));
      put(node, "percent_of_classified", areas.percentOfClassified(share));
    }
    put(root.putObject("unclassified"), "hectares", areas.unclassified().hectares());
    ObjectNode unscored = root.putObject("unscored");
    for (UnscoredReason reason : UnscoredReason.values()) {
      put(unscored, reason.label(), areas.of(reason).hectares());
    }
  }

  private static void addService(ArrayNode services, ServiceUse use) {
    services
        .addObject()
        .put("endpoint", use.endpoint())
        .put("chips", use.chips())
        .put("retries", use.retries())
        .put("failures", use.failures());
  }

  private static void addSource(ArrayNode imagery, ImagerySource source) {
    ObjectNode node = imagery.addObject().put("id", source.id());
    node.put("date", source.date().map(LocalDate::toString).orElse(null));
  }

  private static void addPlace(ObjectNode root, MappedRegion mapped, RunSummary run) {
    root.put("crs", mapped.grid().crs().id());
    root.put("version", run.version());
    if (mapped.grid().chips().stride() != ChipGrid.CHIP_PIXELS) {
      root.put("stride", mapped.grid().stride());
    }
    if (run.anyGsd()) {
      root.put("any_gsd", true);
    }
    if (mapped.synthetic()) {
      root.put("synthetic", true);
    }
  }

  private static void put(ObjectNode node, String name, double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    node.put(name, rounded.doubleValue());
  }
}
