package org.coverscape.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;

/** A {@link JobHeader} as rows of the journal. */
final class JournalHeader {
  private JournalHeader() {}

  static void write(Connection connection, JobHeader header) throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(JournalSchema.PUT_JOB)) {
      put.setString(1, new WKTWriter().write(header.region().geometry()));
      put.setString(2, header.region().crs().id());
      put.setString(3, header.grid().zone().toString());
      put.setDouble(4, header.grid().gsd());
      put.setInt(5, header.grid().stride());
      put.setString(6, header.model());
      put.setObject(7, header.year().isPresent() ? header.year().getAsInt() : null);
      put.setBoolean(8, header.anyGsd());
      put.setString(9, header.programVersion());
      put.setString(10, header.created().toString());
      put.setString(11, header.cells().label());
      put.executeUpdate();
    }
    writeImagery(connection, header.imagery());
  }

  private static void writeImagery(Connection connection, List<JobImage> images)
      throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(JournalSchema.PUT_IMAGE)) {
      int place = 0;
      for (JobImage image : images) {
        put.setInt(1, place++);
        put.setString(2, image.source().id());
        put.setObject(3, image.source().date().map(LocalDate::toString).orElse(null));
        put.setBoolean(4, image.source().synthetic());
        put.setString(5, image.fingerprint());
        put.setString(6, image.path());
        put.executeUpdate();
      }
    }
  }

  static JobHeader read(Connection connection) throws SQLException {
    List<JobImage> images = readImagery(connection);
    boolean hasCells = JournalSchema.hasCells(connection);
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT * FROM job")) {
      if (!row.next()) {
        throw new JournalException("The job's journal has no beginning; begin the job anew.");
      }
      int year = row.getInt("year");
      return new JobHeader(
          region(row.getString("region"), row.getString("crs")),
          new ChipGrid(
              UtmZone.parse(row.getString("zone")), row.getDouble("gsd"), row.getInt("stride")),
          row.getString("model"),
          images,
          row.getObject("year") == null ? OptionalInt.empty() : OptionalInt.of(year),
          row.getBoolean("any_gsd"),
          row.getString("program_version"),
          Instant.parse(row.getString("created")),
          hasCells ? CellSize.ofLabel(row.getString("cells")) : CellSize.CHIP);
    }
  }

  private static Region region(String wkt, String crs) {
    try {
      return new Region(new WKTReader().read(wkt), Crs.parse(crs));
    } catch (ParseException e) {
      throw new JournalException("The job's region cannot be read; begin the job anew.", e);
    }
  }

  private static List<JobImage> readImagery(Connection connection) throws SQLException {
    List<JobImage> images = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("SELECT * FROM image ORDER BY place")) {
      while (row.next()) {
        ImagerySource source =
            new ImagerySource(
                row.getString("id"),
                Optional.ofNullable(row.getString("date")).map(LocalDate::parse),
                row.getBoolean("synthetic"));
        images.add(new JobImage(source, row.getString("fingerprint"), row.getString("path")));
      }
    }
    return images;
  }
}
