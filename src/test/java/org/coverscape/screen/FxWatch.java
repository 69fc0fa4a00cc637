package org.coverscape.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Watches the JavaFX thread: asks it for a sign every few milliseconds, notes how late the sign is,
 * and looks at what the thread does meanwhile.
 *
 * <p>Only what has a frame of the program on the stack counts as the program's; drawing and layout
 * of JavaFX itself, and what the test's own robot does, do not.
 */
final class FxWatch {
  private static final long EVERY_MILLIS = 3;
  private static final List<String> FORBIDDEN =
      List.of(
          "java.io.File",
          "java.io.RandomAccess",
          "java.nio.channels.",
          "java.nio.file.Files",
          "sun.nio.ch.",
          "java.net.Socket",
          "org.sqlite.",
          "org.geotools.",
          "org.locationtech.jts.operation.");

  /** Loading classes, styles and fonts reads files, wherever it is first needed. */
  private static final List<String> LOADING =
      List.of(
          "java.lang.ClassLoader", "jdk.internal.loader.", "javafx.css.", "com.sun.javafx.css.");

  private final Thread screen;
  private final Thread watcher = new Thread(this::watch, "fx-watch");
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Double> late = new ArrayList<>();
  private final List<Double> ours = new ArrayList<>();
  private final Map<String, Double> culprits = new TreeMap<>();
  private final List<String> forbidden = new ArrayList<>();

  /** Watches until it is closed; made on any other thread than the one that is watched. */
  FxWatch(Thread screen) {
    this.screen = screen;
    watcher.setDaemon(true);
    watcher.start();
  }

  private void watch() {
    try {
      while (!end.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        beat();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() throws InterruptedException {
    CountDownLatch sign = new CountDownLatch(1);
    long asked = System.nanoTime();
    long[] at = {asked};
    Platform.runLater(
        () -> {
          at[0] = System.nanoTime();
          sign.countDown();
        });
    List<StackTraceElement[]> seen = new ArrayList<>();
    while (!sign.await(1, TimeUnit.MILLISECONDS)) {
      seen.add(screen.getStackTrace());
      if (end.getCount() == 0) {
        return;
      }
    }
    note((at[0] - asked) / 1e6, seen);
  }

  private synchronized void note(double millis, List<StackTraceElement[]> seen) {
    if (seen.stream().anyMatch(FxWatch::isRobot)) {
      return;
    }
    late.add(millis);
    List<StackTraceElement[]> own = seen.stream().filter(s -> programFrame(s) >= 0).toList();
    double share = seen.isEmpty() ? 0 : millis * own.size() / seen.size();
    ours.add(share);
    for (StackTraceElement[] stack : own) {
      if (share > 16) {
        culprits.merge(handler(stack), share, Math::max);
      }
      faultOf(stack);
    }
  }

  private void faultOf(StackTraceElement[] stack) {
    int program = programFrame(stack);
    List<String> above =
        Arrays.stream(stack, 0, program).map(StackTraceElement::getClassName).toList();
    boolean loads = above.stream().anyMatch(name -> LOADING.stream().anyMatch(name::startsWith));
    if (!loads) {
      above.stream()
          .filter(name -> FORBIDDEN.stream().anyMatch(name::startsWith))
          .findFirst()
          .ifPresent(name -> forbidden.add(name + " under " + name(stack)));
    }
  }

  private static boolean isRobot(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .map(StackTraceElement::getClassName)
        .anyMatch(
            name ->
                name.startsWith("org.coverscape.screen.")
                    || name.startsWith("org.testfx.")
                    || name.contains("Robot"));
  }

  /** The innermost frame of the program; -1 where there is none. */
  private static int programFrame(StackTraceElement[] stack) {
    for (int i = 0; i < stack.length; i++) {
      if (stack[i].getClassName().startsWith("org.coverscape.")) {
        return i;
      }
    }
    return -1;
  }

  private static String name(StackTraceElement[] stack) {
    return name(stack[programFrame(stack)]);
  }

  /** The outermost frame of the program: what JavaFX called. */
  private static String handler(StackTraceElement[] stack) {
    int outermost = programFrame(stack);
    for (int i = outermost; i < stack.length; i++) {
      boolean program = stack[i].getClassName().startsWith("org.coverscape.");
      outermost = program && !stack[i].getClassName().contains("$$Lambda") ? i : outermost;
    }
    return name(stack[outermost]) + " in " + name(stack);
  }

  private static String name(StackTraceElement frame) {
    return frame.getClassName().replace("org.coverscape.", "")
        + "."
        + frame.getMethodName()
        + ":"
        + frame.getLineNumber();
  }

  /** What was found on the stack that does not belong there. */
  synchronized List<String> forbidden() {
    return List.copyOf(forbidden);
  }

  /** The longest that the program itself held the thread, in milliseconds. */
  synchronized double longest() {
    return ours.isEmpty() ? 0 : Collections.max(ours);
  }

  /** All numbers, in lines. */
  synchronized String report() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "JavaFX thread: %d signs; late by p50 %.1f, p99 %.1f, at most %.1f ms;"
                + " of that the program itself p99 %.1f, at most %.1f ms",
            late.size(),
            part(late, 0.5),
            part(late, 0.99),
            part(late, 1),
            part(ours, 0.99),
            part(ours, 1)));
    culprits.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(15)
        .forEach(
            c ->
                text.append(
                    String.format(Locale.ROOT, "%n  %.0f ms with %s", c.getValue(), c.getKey())));
    return text.toString();
  }

  private static double part(List<Double> numbers, double part) {
    List<Double> sorted = numbers.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size()));
  }

  /** Ends the watch. */
  void close() throws InterruptedException {
    end.countDown();
    watcher.join();
  }
}
