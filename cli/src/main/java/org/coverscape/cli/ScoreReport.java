package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.GroundShare;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;

/** Says what a job came to: the areas, where the files are, and what could not be scored. */
final class ScoreReport {
  private final Reporter reporter;
  private final Path out;

  ScoreReport(Reporter reporter, Path out) {
    this.reporter = reporter;
    this.out = out;
  }

  /** Prints the report; returns the exit code that follows from it. */
  int print(MappedRegion map, AreaReport areas) throws IOException {
    if (map.synthetic()) {
      reporter.line("Synthetic imagery: painted by code, not real ground.");
    }
    reporter.line(String.format("%-26s%14s%14s%10s", "", "hectares", "acres", "% region"));
    for (LandCoverClass c : LandCoverClass.ALL) {
      row(c.label(), areas.of(c), areas);
    }
    row("unclassified", areas.unclassified(), areas);
    for (UnscoredReason reason : UnscoredReason.values()) {
      if (areas.of(reason).cells() > 0) {
        row("not scored: " + words(reason), areas.of(reason), areas);
      }
    }
    row("region", areas.region(), areas);
    reporter.line("Files are in " + out + "; preview.png shows the map.");
    reporter.jsonText(Files.readString(out.resolve("summary.json")));
    return exitCode(areas);
  }

  private void row(String name, GroundShare share, AreaReport areas) {
    reporter.line(
        String.format(
            Locale.ROOT,
            "%-26s%,14.2f%,14.2f%10.2f",
            name,
            share.hectares(),
            share.acres(),
            areas.percentOfRegion(share)));
  }

  private int exitCode(AreaReport areas) {
    List<String> faults = new ArrayList<>();
    for (UnscoredReason reason : UnscoredReason.values()) {
      GroundShare share = areas.of(reason);
      if (reason.isFault() && share.cells() > 0) {
        faults.add(String.format(Locale.ROOT, "%,.2f ha (%s)", share.hectares(), words(reason)));
      }
    }
    if (faults.isEmpty()) {
      return ExitCode.DONE;
    }
    boolean nothing = areas.classified().cells() + areas.unclassified().cells() == 0;
    reporter.fault(
        (nothing ? "Nothing could be scored: " : "Part of the region could not be scored: ")
            + String.join(", ", faults)
            + "; mend that and run the same command with --resume.");
    return nothing ? ExitCode.REFUSED : ExitCode.PARTLY;
  }

  private static String words(UnscoredReason reason) {
    return switch (reason) {
      case NO_IMAGERY -> "no imagery";
      case NODATA -> "no data in image";
      case UNREADABLE -> "unreadable image";
      case SERVICE -> "no answer";
      case CANCELLED -> "stopped before";
    };
  }
}
