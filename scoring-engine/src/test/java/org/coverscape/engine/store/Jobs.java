package org.coverscape.engine.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;

/** Jobs for tests: a region of some 25 km² near 33° N, in zone 11. */
final class Jobs {
  static final UtmZone ZONE = new UtmZone(11, true);

  private Jobs() {}

  static JobHeader header() {
    return header("coverscape-landcover:1", OptionalInt.of(2022));
  }

  static JobHeader header(String model, OptionalInt year) {
    return new JobHeader(
        Region.ofDegrees(-117.1, 33.0, -117.05, 33.05),
        ChipGrid.of(ZONE),
        model,
        List.of(image("m_one", "1-1"), image("m_\"two\"", "2-2")),
        year,
        false,
        "0.1.0",
        Instant.parse("2026-01-02T03:04:05Z"));
  }

  static JobImage image(String id, String fingerprint) {
    ImagerySource source = new ImagerySource(id, Optional.of(LocalDate.of(2022, 4, 30)), true);
    return new JobImage(source, fingerprint, "/imagery/" + id + ".tif");
  }

  /** Scores that tell cells apart. */
  static ClassScores scores(int row, int col) {
    float[] scores = new float[6];
    scores[Math.floorMod(row * 7 + col, 6)] = 0.5f + Math.floorMod(row * 31 + col, 400) / 1000f;
    scores[Math.floorMod(row * 7 + col + 1, 6)] = 1e-3f * Math.floorMod(col, 50);
    return ClassScores.of(scores);
  }

  static ChipOutcome scored(int row, int col) {
    return new ChipOutcome.Scored(
        ChipIndex.of(ZONE, row, col),
        List.of("m_one", "m_\"two\""),
        scores(row, col),
        "localhost:8500");
  }

  static ChipOutcome unscored(int row, int col, UnscoredReason reason) {
    return new ChipOutcome.Unscored(ChipIndex.of(ZONE, row, col), List.of(), reason, "");
  }
}
