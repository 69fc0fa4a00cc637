package org.coverscape.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.coverscape.engine.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes project files: one SQLite database, replaced as a whole in one transaction.
 *
 * <p>Whatever stops a program while it writes, the file then holds the project as it was or as it
 * was to be. A {@link ProjectLock} keeps a second window from writing the same file. Paths inside
 * the file's folder are kept relative to it; all paths that are read are absolute. Faults are
 * {@link StoreException}s with one sentence for a person. Stateless; not for the screen's thread.
 */
public final class ProjectFile {
  /** The ending of the name of a project file. */
  public static final String ENDING = ".coverscape";

  private ProjectFile() {}

  /**
   * Begins a project file where there is none yet; its folder is made.
   *
   * @throws StoreException with one sentence when there is a file already, or it cannot be written
   */
  public static void create(Path file, Project project) {
    try {
      Files.createDirectories(ProjectPaths.of(file).folder());
      if (Files.exists(file) && Files.size(file) > 0) {
        throw new StoreException(
            "There is a file already (" + file + "); open it or choose another name.");
      }
    } catch (IOException e) {
      throw new StoreException(
          "The folder of " + file + " cannot be made; choose another place.", e);
    }
    write(file, project);
  }

  /**
   * Reads a project; its folder need not be writable.
   *
   * @throws StoreException with one sentence when it cannot be read
   */
  public static Project read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StoreException("There is no project in " + file + "; check the path.");
    }
    try (Connection connection =
        Files.isWritable(file) ? Sqlite.open(file) : Sqlite.openReadOnly(file)) {
      refuse(connection, file);
      if (!isWhole(connection)) {
        throw damaged(file, null);
      }
      return new ProjectReader(connection, ProjectPaths.of(file)).read();
    } catch (StoreException e) {
      throw e;
    } catch (SQLException e) {
      // tables that are missing make faults without a code of their own
      throw Sqlite.code(e) == 1 ? damaged(file, e) : new StoreException(sentence(e, file), e);
    } catch (RuntimeException e) {
      // values that make no sense, in whatever way
      throw damaged(file, e);
    }
  }

  /**
   * Writes a project in place of what the file held; a file that is not there is begun.
   *
   * @throws StoreException with one sentence when it cannot be written; the file is as it was
   */
  public static void write(Path file, Project project) {
    try (Connection connection = Sqlite.open(file)) {
      Sqlite.begin(connection);
      try {
        if (DatabaseKind.isBlank(connection)) {
          ProjectSchema.KIND.create(connection);
        }
        refuse(connection, file);
        ProjectSchema.upgrade(connection);
        new ProjectWriter(connection, ProjectPaths.of(file)).write(project);
        Sqlite.commit(connection);
      } catch (SQLException | RuntimeException e) {
        Sqlite.rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException(sentence(e, file), e);
    }
  }

  private static void refuse(Connection connection, Path file) throws SQLException {
    Optional<String> refusal = ProjectSchema.KIND.refusal(connection, file);
    if (refusal.isPresent()) {
      throw new StoreException(refusal.get());
    }
  }

  /** Reads every page: project files are small. */
  private static boolean isWhole(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("PRAGMA quick_check(1)")) {
      return row.next() && "ok".equals(row.getString(1));
    }
  }

  private static StoreException damaged(Path file, @Nullable Exception e) {
    String sentence = file + " is damaged; open another project or restore this one from a copy.";
    return e == null ? new StoreException(sentence) : new StoreException(sentence, e);
  }

  private static String sentence(SQLException fault, Path file) {
    if (Sqlite.isReadOnly(fault)) {
      return file + " cannot be written to; save the project in another folder.";
    }
    return Sqlite.code(fault) == org.sqlite.SQLiteErrorCode.SQLITE_NOTADB.code
        ? file + " is not a project of Coverscape; choose another file."
        : Sqlite.sentence(fault, file);
  }
}
