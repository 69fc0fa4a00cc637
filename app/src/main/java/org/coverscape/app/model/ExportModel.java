package org.coverscape.app.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.coverscape.app.run.MapRoom;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.InOrder;
import org.coverscape.app.work.Sentence;
import org.coverscape.engine.export.ClassPalette;
import org.coverscape.engine.export.ExportFormat;
import org.coverscape.engine.export.ExportOptions;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.store.JobJournal;

/**
 * Writes the land cover of the job on the map to files. Used on the screen's thread; files are
 * written in the background.
 */
public final class ExportModel {
  private final RunModel run;
  private final ColourModel colours;
  private final InOrder writer;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper conflict = new ReadOnlyStringWrapper(this, "conflict", "");
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper(this, "done", "");

  /** Exports the job of a run. */
  public ExportModel(RunModel run, ColourModel colours, Background background) {
    this.run = run;
    this.colours = colours;
    writer = new InOrder(background);
  }

  /** Whether files are being written. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** One sentence why the last export failed; empty when it did not. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What the last export wrote; empty before the first. */
  public ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /** The name of a format's file. */
  public static String fileName(ExportFormat format) {
    return switch (format) {
      case GEOTIFF -> "landcover.tif";
      case COG -> "landcover-cog.tif";
      case SHAPEFILE -> "landcover.shp";
      case GEOPACKAGE -> "landcover.gpkg";
      case CSV -> "areas.csv";
      case PNG -> "preview.png";
    };
  }

  /** What a format is, in a person's words. */
  public static String words(ExportFormat format) {
    return switch (format) {
      case GEOTIFF -> "GeoTIFF raster, with styles for QGIS and GeoServer";
      case COG -> "Cloud Optimized GeoTIFF";
      case SHAPEFILE -> "Shapefile of patches";
      case GEOPACKAGE -> "GeoPackage of patches";
      case CSV -> "Table of areas (CSV)";
      case PNG -> "Picture with legend (PNG)";
    };
  }

  /** Files that are there already and would be replaced; empty unless the last export asked. */
  public ReadOnlyStringProperty conflictProperty() {
    return conflict.getReadOnlyProperty();
  }

  /** Forgets what the last export asked: something else is wanted now. */
  public void reconsider() {
    conflict.set("");
  }

  /**
   * Writes the map as it is by now. Where that would replace files it writes nothing and asks; the
   * second time it replaces them.
   *
   * @param crs a coordinate system, such as {@code EPSG:5070}; blank for the grid's own
   */
  public void export(Set<ExportFormat> formats, Path folder, String crs) {
    OpenJob job = run.job().orElse(null);
    if (job == null || formats.isEmpty() || busy.get()) {
      return;
    }
    Set<ExportFormat> chosen = EnumSet.copyOf(formats);
    Order order =
        new Order(job, chosen, folder, crs.strip(), colours.palette(), !conflict.get().isEmpty());
    busy.set(true);
    cancelled.set(false);
    problem.set("");
    done.set("");
    conflict.set("");
    writer.run(() -> write(order), outcome -> written(folder, outcome), this::failed);
  }

  /** Ends the export after the file that is just being written. */
  public void cancel() {
    cancelled.set(true);
  }

  private record Order(
      OpenJob job,
      Set<ExportFormat> formats,
      Path folder,
      String crs,
      ClassPalette palette,
      boolean replaces) {
    List<String> taken() {
      return formats.stream()
          .map(ExportModel::fileName)
          .filter(name -> Files.exists(folder.resolve(name)))
          .toList();
    }
  }

  /** What came of an order: files that stand in its way, or that were written, and a fault. */
  private record Outcome(List<String> taken, List<String> written, String fault) {}

  private void written(Path folder, Outcome outcome) {
    busy.set(false);
    if (!outcome.taken().isEmpty()) {
      conflict.set(
          String.join(", ", outcome.taken())
              + (outcome.taken().size() == 1 ? " is" : " are")
              + " there already; press Replace, or choose another folder.");
      return;
    }
    String names = String.join(", ", outcome.written());
    if (!outcome.fault().isEmpty()) {
      problem.set((names.isEmpty() ? "" : "Only " + names + " was written. ") + outcome.fault());
    } else {
      done.set("Wrote " + names + " to " + folder + ".");
    }
  }

  private void failed(String sentence) {
    busy.set(false);
    problem.set(sentence);
  }

  private Outcome write(Order order) throws IOException {
    if (!order.replaces() && !order.taken().isEmpty()) {
      return new Outcome(order.taken(), List.of(), "");
    }
    Optional<Crs> target =
        order.crs().isEmpty() ? Optional.empty() : Optional.of(Crs.parse(order.crs()));
    makeFolder(order.folder());
    List<String> written = new ArrayList<>();
    try (JobJournal journal = JobJournal.open(order.job().journal())) {
      MappedRegion map = MapRoom.read(journal);
      for (ExportFormat format : order.formats()) {
        if (cancelled.get()) {
          return new Outcome(List.of(), written, "The export was cancelled.");
        }
        boolean placed = format != ExportFormat.CSV && format != ExportFormat.PNG;
        ExportOptions options =
            new ExportOptions(
                placed ? target : Optional.empty(), Optional.empty(), order.palette());
        format.exporter(options).export(map, order.folder().resolve(fileName(format)));
        written.add(fileName(format));
      }
    } catch (IOException e) {
      return new Outcome(List.of(), written, Sentence.of(e));
    }
    return new Outcome(List.of(), written, "");
  }

  private static void makeFolder(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          "The folder " + folder + " cannot be made; choose another or change its permissions.", e);
    }
  }
}
