package org.coverscape.engine.imagery;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.coverscape.engine.imagery.bytes.SourceException;

/** Turns what the file system says into one plain sentence. */
public final class FileFaults {
  private FileFaults() {}

  /** Something that reads a file. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads it. */
    T read() throws IOException;
  }

  /** Does it, and says plainly what went wrong. */
  public static <T> T explain(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (SourceException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(sentence(e), e);
    }
  }

  private static String sentence(IOException fault) {
    if (fault instanceof NoSuchFileException || fault instanceof FileNotFoundException) {
      return "It does not exist.";
    }
    if (fault instanceof AccessDeniedException) {
      return "It may not be read; ask for permission to read it.";
    }
    return "It cannot be read; check the disk it is on.";
  }
}
