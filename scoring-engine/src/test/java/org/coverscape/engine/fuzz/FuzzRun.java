package org.coverscape.engine.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads many damaged files. Each input follows from the run's seed and its own number alone, so
 * that one can be made again.
 */
final class FuzzRun {
  /** CPU time that one input may take; the just-in-time compiler's is not among it. */
  private static final long MOST_NANOS = 3_000_000_000L;

  /** After so many findings there is enough to do. */
  private static final int MOST_FINDINGS = 10;

  private final FuzzTarget target;
  private final long seed;
  private final Path findings;
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final List<String> found = new ArrayList<>();
  private final AtomicLong number = new AtomicLong();
  private final AtomicReference<byte[]> current = new AtomicReference<>(new byte[0]);
  private long refused;

  /**
   * A run that has not begun.
   *
   * @param findings folder for the inputs that something was wrong with
   */
  FuzzRun(FuzzTarget target, long seed, Path findings) {
    this.target = target;
    this.seed = seed;
    this.findings = findings;
  }

  /** Reads as many inputs, from the first on, and says what was wrong with any. */
  List<String> over(long count) throws IOException {
    List<byte[]> seeds = target.seeds();
    for (byte[] whole : seeds) {
      target.read(whole); // also lets classes load, which takes time and memory
    }
    for (long i = 0; i < count && found.size() < MOST_FINDINGS; i++) {
      one(i, new Mutator(new Random(seed + i * 0x9E3779B97F4A7C15L), seeds).next());
    }
    return List.copyOf(found);
  }

  private void one(long i, byte[] input) throws IOException {
    number.set(i);
    current.set(input);
    long me = Thread.currentThread().getId();
    long bytes = threads.getThreadAllocatedBytes(me);
    long nanos = threads.getCurrentThreadCpuTime();
    String wrong = "";
    try {
      target.read(input);
    } catch (IOException e) {
      refused++;
      wrong = isSentence(e.getMessage()) ? "" : "no sentence: " + e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      wrong = e + " at " + (e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
    }
    nanos = threads.getCurrentThreadCpuTime() - nanos;
    bytes = threads.getThreadAllocatedBytes(me) - bytes;
    if (wrong.isEmpty() && nanos > MOST_NANOS) {
      wrong = "took " + nanos / 1_000_000 + " ms";
    }
    if (wrong.isEmpty() && bytes > target.mostBytes()) {
      wrong = "took " + (bytes >> 20) + " MiB";
    }
    if (!wrong.isEmpty()) {
      found.add(target.name() + " " + i + ": " + wrong);
      keep();
    }
  }

  private static boolean isSentence(@Nullable String message) {
    return message != null && message.endsWith(".") && message.indexOf('\n') < 0;
  }

  /** Writes the input that is being read now to the folder, from any thread. */
  Path keep() throws IOException {
    Files.createDirectories(findings);
    return Files.write(
        findings.resolve(target.name() + "-" + number.get() + ".bin"), current.get());
  }

  /** Inputs that were refused, among those read. */
  long refused() {
    return refused;
  }
}
