package org.coverscape.app.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.InOrder;
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

  /**
   * Writes the map as it is by now.
   *
   * @param crs a coordinate system, such as {@code EPSG:5070}; blank for the grid's own
   */
  public void export(Set<ExportFormat> formats, Path folder, String crs) {
    OpenJob job = run.job().orElse(null);
    if (job == null || formats.isEmpty() || busy.get()) {
      return;
    }
    Set<ExportFormat> chosen = EnumSet.copyOf(formats);
    ClassPalette palette = colours.palette();
    busy.set(true);
    problem.set("");
    done.set("");
    writer.run(
        () -> write(job, chosen, folder, crs.strip(), palette),
        written -> {
          busy.set(false);
          done.set("Wrote " + String.join(", ", written) + " to " + folder + ".");
        },
        sentence -> {
          busy.set(false);
          problem.set(sentence);
        });
  }

  private static List<String> write(
      OpenJob job, Set<ExportFormat> formats, Path folder, String crs, ClassPalette palette)
      throws IOException {
    Optional<Crs> target = crs.isEmpty() ? Optional.empty() : Optional.of(Crs.parse(crs));
    makeFolder(folder);
    List<String> written = new ArrayList<>();
    try (JobJournal journal = JobJournal.open(job.journal())) {
      MappedRegion map = journal.read();
      for (ExportFormat format : formats) {
        boolean placed = format != ExportFormat.CSV && format != ExportFormat.PNG;
        ExportOptions options =
            new ExportOptions(placed ? target : Optional.empty(), Optional.empty(), palette);
        format.exporter(options).export(map, folder.resolve(fileName(format)));
        written.add(fileName(format));
      }
    }
    return written;
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
