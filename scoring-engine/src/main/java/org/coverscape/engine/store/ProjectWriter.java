package org.coverscape.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.project.ProjectView;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;

/** A {@link Project} into the tables of its file. Wants a transaction that is open. */
final class ProjectWriter {
  private final Connection connection;
  private final ProjectPaths paths;

  ProjectWriter(Connection connection, ProjectPaths paths) {
    this.connection = connection;
    this.paths = paths;
  }

  /** What one item puts into a row, after its place. */
  private interface Row<T> {
    Object[] of(T item);
  }

  void write(Project project) throws SQLException {
    Sqlite.execute(connection, ProjectSchema.CLEAR);
    head(project);
    put(
        "region",
        project.regions(),
        r -> row(r.name(), r.region().crs().id(), new WKBWriter().write(r.region().geometry())));
    put(
        "job",
        project.jobs(),
        j -> row(paths.text(j.folder()), j.name(), j.created().toString(), j.state()));
    put("imagery", project.imagery(), (Path path) -> row(paths.text(path)));
    found(project.found());
    put(
        "layer",
        project.layers(),
        layer ->
            row(
                layer.id(),
                layer.kind(),
                layer.file().map(paths::text).orElse(null),
                layer.visible(),
                layer.opacity()));
    put("colour", project.colours().entrySet(), e -> row(e.getKey().name(), e.getValue()));
    put("service", project.services(), (String address) -> row(address));
    put("setting", project.settings().entrySet(), e -> row(e.getKey(), e.getValue()));
  }

  private void head(Project project) throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement("INSERT INTO project VALUES (?, ?, ?, ?)")) {
      put.setString(1, project.name());
      put.setObject(2, project.view().map(ProjectView::longitude).orElse(null));
      put.setObject(3, project.view().map(ProjectView::latitude).orElse(null));
      put.setObject(4, project.view().map(ProjectView::metresPerPixel).orElse(null));
      put.executeUpdate();
    }
  }

  private void found(Collection<ImageryTile> tiles) throws SQLException {
    TileRow rows = new TileRow(paths::text, paths::location);
    try (PreparedStatement put = connection.prepareStatement(TileRow.PUT_FOUND)) {
      for (ImageryTile tile : tiles) {
        rows.write(tile, put);
        put.executeUpdate();
      }
    }
  }

  private static Object[] row(@Nullable Object... values) {
    return values;
  }

  private <T> void put(String table, Collection<T> items, Row<T> rows) throws SQLException {
    if (items.isEmpty()) {
      return;
    }
    String marks = ", ?".repeat(rows.of(items.iterator().next()).length);
    try (PreparedStatement put =
        connection.prepareStatement("INSERT INTO " + table + " VALUES (?" + marks + ")")) {
      int place = 0;
      for (T item : items) {
        put.setInt(1, place++);
        Object[] values = rows.of(item);
        for (int i = 0; i < values.length; i++) {
          put.setObject(i + 2, values[i]);
        }
        put.executeUpdate();
      }
    }
  }
}
