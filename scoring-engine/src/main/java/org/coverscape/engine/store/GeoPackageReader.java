package org.coverscape.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.vector.FeatureCollection;
import org.coverscape.engine.vector.FeatureException;
import org.coverscape.engine.vector.Systems;

/** Reads the features of one layer of a GeoPackage. Z and M are dropped. */
public final class GeoPackageReader {
  private static final String LAYERS =
      """
      SELECT g.table_name, g.column_name, upper(g.geometry_type_name), s.organization,
        s.organization_coordsys_id, s.definition
      FROM gpkg_geometry_columns g
        JOIN gpkg_contents c ON lower(c.table_name) = lower(g.table_name)
        LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
      WHERE c.data_type = 'features' ORDER BY g.table_name""";

  /** A layer as the GeoPackage describes it. */
  private record LayerEntry(
      String table, String column, String type, String organization, int code, String wkt) {
    boolean mayHoldPolygons() {
      return type.contains("POLYGON") || type.startsWith("GEOMETRY");
    }
  }

  private GeoPackageReader() {}

  /**
   * Reads a layer.
   *
   * @param layer its name; empty for the only one, or the only one that may hold polygons
   * @throws FeatureException with one sentence when the file or the layer cannot be read
   */
  public static FeatureCollection read(Path file, Optional<String> layer) {
    try (Connection connection = Sqlite.openReadOnly(file)) {
      LayerEntry entry = choose(layers(connection), layer);
      Crs crs = crs(entry);
      GeoPackageRows rows = new GeoPackageRows(connection, entry.table(), entry.column());
      return new FeatureCollection(crs, rows.read());
    } catch (SQLException e) {
      String told = e.getMessage();
      throw new FeatureException(
          told != null && told.contains("no such table")
              ? file + " is not a GeoPackage; choose another file."
              : Sqlite.sentence(e, file),
          e);
    }
  }

  private static List<LayerEntry> layers(Connection connection) throws SQLException {
    List<LayerEntry> layers = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(LAYERS);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        layers.add(
            new LayerEntry(
                text(row, 1),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                row.getInt(5),
                text(row, 6)));
      }
    }
    return layers;
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static LayerEntry choose(List<LayerEntry> layers, Optional<String> wanted) {
    List<LayerEntry> found =
        layers.stream()
            .filter(entry -> wanted.isEmpty() || entry.table().equalsIgnoreCase(wanted.get()))
            .toList();
    if (found.size() > 1) {
      List<LayerEntry> polygons = found.stream().filter(LayerEntry::mayHoldPolygons).toList();
      found = polygons.isEmpty() ? found : polygons;
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    String names = layers.stream().map(LayerEntry::table).collect(Collectors.joining(", "));
    if (layers.isEmpty()) {
      throw new FeatureException("The GeoPackage has no layer of features.");
    }
    throw new FeatureException(
        found.isEmpty()
            ? "The GeoPackage has no layer '" + wanted.orElse("") + "'; it has " + names + "."
            : "The GeoPackage has several layers ("
                + names
                + "); name one by adding |layername=NAME to the file's name.");
  }

  private static Crs crs(LayerEntry entry) {
    if (entry.organization().equalsIgnoreCase("EPSG")) {
      return Systems.parse("EPSG:" + entry.code());
    }
    if (entry.code() == 0 || entry.organization().isEmpty()) {
      return Crs.WGS84;
    }
    if (entry.code() == -1) {
      throw new FeatureException(
          "The GeoPackage does not say which coordinate system its layer is in; set it first.");
    }
    return Systems.parse(entry.wkt());
  }
}
