package org.coverscape.cli;

import java.io.PrintStream;
import java.util.Locale;

/** One line on a terminal that tells how far a job is. Thread-safe. */
final class ProgressBar {
  private static final int WIDTH = 24;
  private static final long REDRAW_NANOS = 100_000_000L;

  private final PrintStream err;
  private final boolean shown;
  private final String what;
  private final long began = System.nanoTime();
  private long drawn;
  private long total;
  private long done;
  private long earlier;

  ProgressBar(PrintStream err, boolean shown, String what) {
    this.err = err;
    this.shown = shown;
    this.what = what;
  }

  /** Sets how much there is, and how much of it was done before. */
  synchronized void start(long all, long before) {
    total = all;
    done = before;
    earlier = before;
    draw();
  }

  /** Counts one more. */
  synchronized void step() {
    done++;
    long now = System.nanoTime();
    if (now - drawn >= REDRAW_NANOS) {
      drawn = now;
      draw();
    }
  }

  /** Wipes the line. */
  synchronized void clear() {
    if (shown) {
      err.print("\r\u001b[2K");
      err.flush();
    }
  }

  private void draw() {
    if (!shown || total <= 0) {
      return;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    double rate = seconds > 0 ? (done - earlier) / seconds : 0;
    int filled = (int) (WIDTH * Math.min(done, total) / total);
    String left = rate > 0 ? " · " + seconds((total - done) / rate) + " left" : "";
    err.print(
        String.format(
            Locale.ROOT,
            "\r\u001b[2K%s%s %,d/%,d %s · %.0f/s%s",
            "▇".repeat(filled),
            "▁".repeat(WIDTH - filled),
            done,
            total,
            what,
            rate,
            left));
    err.flush();
  }

  /** A length of time as a person says it. */
  static String seconds(double seconds) {
    long s = Math.round(Math.max(0, seconds));
    if (s < 120) {
      return s + " s";
    }
    return s < 7200 ? Math.round(s / 60.0) + " min" : Math.round(s / 3600.0) + " h";
  }
}
