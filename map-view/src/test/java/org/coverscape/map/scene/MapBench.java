package org.coverscape.map.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.coverscape.map.MapPane;
import org.coverscape.map.ScaleBarNode;

/**
 * Pans and zooms the scene for some seconds and writes how long the JavaFX thread was busy painting
 * and answering events, and a picture, into a folder. Started by hand: the arguments are the
 * folder, the side of the square of cells, and how many frames.
 */
public final class MapBench {
  private final Path folder;
  private final int frames;
  private final MapPane map = new MapPane();
  private final Scene scene;
  private final List<Double> paints = new ArrayList<>();
  private final List<Double> events = new ArrayList<>();
  private final List<Double> gaps = new ArrayList<>();
  private final List<Double> paintCpu = new ArrayList<>();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long begun;
  private long begunCpu;
  private long renderCpu;
  private long started;
  private long lastPulse;
  private int frame;

  private MapBench(Path folder, int side, int frames) {
    this.folder = folder;
    this.frames = frames;
    scene = new Scene(side);
  }

  /** Starts the toolkit and the measurement. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    int side = Integer.parseInt(args[1]);
    int frames = Integer.parseInt(args[2]);
    Platform.startup(() -> new MapBench(folder, side, frames).show());
  }

  private void show() {
    map.layers().add(new PaintProbe("begin", this::begin));
    scene.install(map);
    map.layers().add(new PaintProbe("end", this::end));
    StackPane root = new StackPane(map, new ScaleBarNode(map));
    Stage stage = new Stage();
    stage.setScene(new javafx.scene.Scene(root, 1400, 900));
    stage.show();
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        step(this, now);
      }
    }.start();
  }

  private void begin(long now) {
    begun = now;
    begunCpu = threads.getCurrentThreadCpuTime();
  }

  private void end(long now) {
    paints.add((now - begun) / 1e6);
    paintCpu.add((threads.getCurrentThreadCpuTime() - begunCpu) / 1e6);
  }

  /** Processor time of the thread that draws what the JavaFX thread has recorded. */
  private long renderCpu() {
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().startsWith("QuantumRenderer")) {
        return threads.getThreadCpuTime(id);
      }
    }
    return 0;
  }

  private void step(AnimationTimer timer, long now) {
    gaps.add((now - lastPulse) / 1e6);
    lastPulse = now;
    frame++;
    if (frame == 60) {
      fire(Gesture.mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 700, 450, 1, true));
      paints.clear();
      paintCpu.clear();
      renderCpu = renderCpu();
      started = System.nanoTime();
      events.clear();
      gaps.clear();
    } else if (frame > 60 && frame < frames) {
      drive();
    } else if (frame == frames + 60) {
      timer.stop();
      finish();
    }
  }

  private void drive() {
    scene.cells.changed();
    double angle = frame / 40.0;
    double x = 700 + 380 * Math.sin(angle);
    double y = 450 + 300 * Math.cos(angle);
    fire(Gesture.mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, x, y, 1, false));
    if (frame % 97 == 0) {
      fire(Gesture.wheel(500, 300, frame % 2 == 0 ? 40 : -40));
    }
  }

  private void fire(Event event) {
    long start = System.nanoTime();
    Event.fireEvent(map, event);
    events.add((System.nanoTime() - start) / 1e6);
  }

  private void finish() {
    try {
      Screenshot.write(map.getScene().snapshot(null), folder.resolve("bench.png"));
      Files.writeString(
          folder.resolve("bench.txt"),
          line("paint", paints)
              + line("paint, processor time", paintCpu)
              + line("event", events)
              + line("pulse gap", gaps)
              + summary());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      map.close();
      Platform.exit();
    }
  }

  private String summary() {
    return String.format(
        Locale.ROOT,
        "drawing takes %.1f ms of processor time per painting; %.1f paintings a second%n",
        (renderCpu() - renderCpu) / 1e6 / paints.size(),
        paints.size() / ((System.nanoTime() - started) / 1e9));
  }

  private static String line(String name, List<Double> millis) {
    Collections.sort(millis);
    return String.format(
        Locale.ROOT,
        "%s: n %d, median %.2f ms, p99 %.2f ms, max %.2f ms%n",
        name,
        millis.size(),
        millis.get(millis.size() / 2),
        millis.get((int) (millis.size() * 0.99)),
        millis.get(millis.size() - 1));
  }
}
