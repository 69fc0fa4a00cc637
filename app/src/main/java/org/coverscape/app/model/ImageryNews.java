package org.coverscape.app.model;

import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.catalogue.CatalogueChange;
import org.coverscape.engine.imagery.IndexOutcome;

/** Says in one sentence what came of reading imagery, and what did not. */
final class ImageryNews {
  private final Notices notices;

  ImageryNews(Notices notices) {
    this.notices = notices;
  }

  /** What was added; nothing of a project that opens whole, which names no files. */
  void added(CatalogueChange change, List<Path> files) {
    int found = change.found();
    String came = found == 0 || files.isEmpty() ? "" : Figures.count(found, "image") + " added. ";
    if (!change.refused().isEmpty()) {
      notices.warn(came + refusal(change.refused()));
    } else if (!came.isEmpty()) {
      notices.say(came.strip());
    } else if (!files.isEmpty()) {
      notices.warn(
          "No imagery was found in "
              + files.get(0).getFileName()
              + "; choose GeoTIFF or MRF files, or a folder with some.");
    }
  }

  /** What came, changed or went on the disk. */
  void followed(CatalogueChange change) {
    int fresh = change.added().size() + change.changed().size() + change.moved().size();
    int gone = change.missing().size();
    String came = fresh > 0 ? Figures.count(fresh, "image") + " came or changed on the disk. " : "";
    if (gone > 0) {
      notices.warn(came + Figures.count(gone, "image") + " went from the disk.");
    } else {
      notices.say(came.strip());
    }
  }

  private static String refusal(List<IndexOutcome.Refused> refused) {
    IndexOutcome.Refused first = refused.get(0);
    int others = refused.size() - 1;
    return first.location().name()
        + " was left out: "
        + first.reason()
        + (others > 0 ? " " + Figures.count(others, "other file") + " could not be used." : "");
  }
}
