package org.coverscape.service.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Reads a child's output to its end on a daemon thread, so that the child never waits for a reader,
 * and keeps the last lines. Thread-safe.
 */
final class OutputTail {
  private static final int LINES = 40;
  private static final int LINE_LENGTH = 500;

  private final Deque<String> lines = new ArrayDeque<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /**
   * Starts reading.
   *
   * @param thread the thread's name
   * @param eachLine called on that thread with each line
   */
  static OutputTail of(InputStream stream, String thread, Consumer<String> eachLine) {
    OutputTail tail = new OutputTail();
    Thread reader = new Thread(() -> tail.read(stream, eachLine), thread);
    reader.setDaemon(true);
    reader.start();
    return tail;
  }

  private void read(InputStream stream, Consumer<String> eachLine) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset()))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        keep(line);
        eachLine.accept(line);
      }
    } catch (IOException e) { // the child, or the pipe to it, was closed: its output ends here
      keep(e.toString());
    } finally {
      ended.complete(null);
    }
  }

  private synchronized void keep(String line) {
    lines.addLast(line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) : line);
    if (lines.size() > LINES) {
      lines.removeFirst();
    }
  }

  /** The last lines so far, oldest first. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** Completes once the child's output has ended. */
  CompletableFuture<Void> ended() {
    return ended;
  }
}
