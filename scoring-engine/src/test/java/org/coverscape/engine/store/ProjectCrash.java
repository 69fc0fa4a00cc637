package org.coverscape.engine.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;

/** A program for {@link ProjectFileTest}: writes one project over another for ever. */
final class ProjectCrash {
  private ProjectCrash() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      for (int i = 0; ; i++) {
        out.write('\n');
        ProjectFile.write(file, Projects.large("project " + i, file.resolveSibling("x")));
      }
    }
  }
}
