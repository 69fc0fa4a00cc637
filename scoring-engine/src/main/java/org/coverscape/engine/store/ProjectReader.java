package org.coverscape.engine.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.project.ProjectJob;
import org.coverscape.engine.project.ProjectLayer;
import org.coverscape.engine.project.ProjectRegion;
import org.coverscape.engine.project.ProjectView;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.vector.Wkb;

/** A {@link Project} out of the tables of its file; values that make no sense throw anything. */
final class ProjectReader {
  private final Connection connection;
  private final ProjectPaths paths;

  ProjectReader(Connection connection, ProjectPaths paths) {
    this.connection = connection;
    this.paths = paths;
  }

  /** What one row holds. */
  private interface Item<T> {
    T of(ResultSet row) throws SQLException;
  }

  Project read() throws SQLException {
    List<Project> heads = list("SELECT * FROM project", ProjectReader::head);
    if (heads.size() != 1) {
      throw new IllegalStateException("a project has one row, not " + heads.size());
    }
    Project head = heads.get(0);
    return new Project(
        head.name(),
        items("region", ProjectReader::region),
        items("job", this::job),
        items("imagery", row -> paths.path(row.getString("path"))),
        found(),
        items("layer", this::layer),
        colours(),
        head.view(),
        items("service", row -> row.getString("address")),
        settings());
  }

  private static Project head(ResultSet row) throws SQLException {
    Project named = Project.empty(row.getString("name"));
    if (row.getObject("metres_per_pixel") == null) {
      return named;
    }
    ProjectView view =
        new ProjectView(
            row.getDouble("longitude"),
            row.getDouble("latitude"),
            row.getDouble("metres_per_pixel"));
    return named.withView(view);
  }

  private static ProjectRegion region(ResultSet row) throws SQLException {
    Region region =
        new Region(Wkb.read(row.getBytes("outline"), 0), Crs.parse(row.getString("crs")));
    return new ProjectRegion(row.getString("name"), region);
  }

  private ProjectJob job(ResultSet row) throws SQLException {
    return new ProjectJob(
        paths.path(row.getString("folder")),
        row.getString("name"),
        Instant.parse(row.getString("created")),
        row.getString("state"));
  }

  private List<ImageryTile> found() throws SQLException {
    TileRow rows = new TileRow(paths::text, paths::location);
    return ProjectSchema.hasFound(connection)
        ? list("SELECT * FROM found ORDER BY number", rows::read)
        : List.of();
  }

  private ProjectLayer layer(ResultSet row) throws SQLException {
    return new ProjectLayer(
        row.getString("id"),
        row.getString("kind"),
        Optional.ofNullable(row.getString("file")).map(paths::path),
        row.getBoolean("visible"),
        row.getDouble("opacity"));
  }

  private Map<LandCoverClass, String> colours() throws SQLException {
    Map<LandCoverClass, String> colours = new LinkedHashMap<>();
    for (String[] pair : pairs("colour", "class", "colour")) {
      colours.put(LandCoverClass.valueOf(pair[0]), pair[1]);
    }
    return colours;
  }

  private Map<String, String> settings() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String[] pair : pairs("setting", "name", "value")) {
      settings.put(pair[0], pair[1]);
    }
    return settings;
  }

  private List<String[]> pairs(String table, String name, String value) throws SQLException {
    return items(table, row -> new String[] {row.getString(name), row.getString(value)});
  }

  private <T> List<T> items(String table, Item<T> item) throws SQLException {
    return list("SELECT * FROM " + table + " ORDER BY place", item);
  }

  private <T> List<T> list(String sql, Item<T> item) throws SQLException {
    List<T> items = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      while (rows.next()) {
        items.add(item.of(rows));
      }
    }
    return items;
  }
}
