package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Turns what the file system says into one plain sentence. */
final class FileFaults {
  private FileFaults() {}

  /** Something that reads a file. */
  interface Reading<T> {
    T read() throws IOException;
  }

  /** Does it, and says plainly what went wrong. */
  static <T> T explain(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (TiffException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(sentence(e), e);
    }
  }

  private static String sentence(IOException fault) {
    if (fault instanceof NoSuchFileException) {
      return "It does not exist.";
    }
    if (fault instanceof AccessDeniedException) {
      return "It may not be read; ask for permission to read it.";
    }
    return "It cannot be read; check the disk it is on.";
  }
}
