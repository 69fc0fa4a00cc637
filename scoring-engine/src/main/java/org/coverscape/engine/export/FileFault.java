package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in one sentence for a person why a file could not be written and what to do about it. */
final class FileFault {
  private FileFault() {}

  /** The same fault with a sentence that names the file. */
  static IOException of(Path file, IOException cause) {
    return new IOException(file + sentence(file, cause), cause);
  }

  private static String sentence(Path file, IOException cause) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
      return " cannot be written because " + folder + " is a file; choose another folder.";
    }
    if (cause instanceof AccessDeniedException || denied(cause)) {
      return " may not be written; choose another folder or change its permissions.";
    }
    if (full(cause)) {
      return " could not be written because the disk is full; free some space and try again.";
    }
    if (cause instanceof NoSuchFileException) {
      return " cannot be written because its folder does not exist; make the folder first.";
    }
    return " could not be written; check the disk or choose another folder.";
  }

  private static boolean full(IOException cause) {
    return reason(cause).contains("no space left") || reason(cause).contains("not enough space");
  }

  private static boolean denied(IOException cause) {
    return reason(cause).contains("permission denied") || reason(cause).contains("read-only");
  }

  /** What the fault and those behind it say, in lower case. */
  private static String reason(IOException cause) {
    StringBuilder reasons = new StringBuilder();
    for (Throwable fault = cause; fault != null; fault = fault.getCause()) {
      String reason = fault instanceof FileSystemException e ? e.getReason() : fault.getMessage();
      reasons.append(reason == null ? "" : reason.toLowerCase(Locale.ROOT)).append('\n');
    }
    return reasons.toString();
  }
}
