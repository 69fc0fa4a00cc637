package org.coverscape.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coverscape.cli.plot.Axis;
import org.coverscape.cli.plot.ChartFile;
import org.coverscape.cli.plot.LineChart;
import org.coverscape.cli.plot.PlotPoint;
import org.coverscape.cli.plot.Series;

/** Writes measurements as {@code bench.csv} and a picture of each curve that was measured. */
public final class BenchFiles {
  private static final String HEADER =
      "kind,services,in_flight,images_per_second,call_ms,cpu_us_per_image,rounds";

  private final BenchResult result;

  private BenchFiles(BenchResult result) {
    this.result = result;
  }

  /**
   * Writes the files over what is there.
   *
   * @param folder made where it is missing
   */
  public static void write(BenchResult result, Path folder) throws IOException {
    BenchFiles files = new BenchFiles(result);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("bench.csv"), files.csv());
    if (result.window().isPresent()) {
      ChartFile.write(windows(result.window().get()), folder.resolve("in-flight.png"));
    }
    if (!result.services().settings().isEmpty()) {
      ChartFile.write(files.services(), folder.resolve("services.png"));
    }
    if (!result.kinds().isEmpty()) {
      ChartFile.write(files.kinds(), folder.resolve("kinds.png"));
    }
  }

  /** A line for each setting: medians over the rounds. */
  String csv() {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    result.kinds().forEach((kind, samples) -> add(lines, kind.name(), samples));
    add(lines, "serial", result.services());
    return String.join("\n", lines) + "\n";
  }

  private void add(List<String> lines, String kind, Samples samples) {
    for (Setting setting : samples.settings()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s,%d,%s,%.2f,%.3f,%.1f,%d",
              kind,
              setting.services(),
              setting.window().label(),
              samples.rate(setting),
              samples.median(setting, Measurement::callMillis),
              samples.median(setting, Measurement::cpuMicros),
              result.plan().rounds()));
    }
  }

  /** The first curve; the adaptive client stands where its calls were in flight on average. */
  static LineChart windows(Samples samples) {
    return new LineChart(
        "One service: rate against calls in flight",
        Axis.doubling("calls in flight"),
        Axis.linear("images/s"),
        List.of(Series.line("fixed window", fixed(samples, 1)), adaptive("adaptive", samples)));
  }

  /** The second curve. */
  LineChart services() {
    List<PlotPoint> fixed = new ArrayList<>();
    List<PlotPoint> adaptive = new ArrayList<>();
    for (Setting setting : result.services().settings()) {
      (setting.window().isAdaptive() ? adaptive : fixed)
          .add(new PlotPoint(setting.services(), result.services().rate(setting)));
    }
    double rate = result.plan().rate();
    int most = result.plan().services();
    return new LineChart(
        "Rate against the number of services",
        Axis.linear("services"),
        Axis.linear("images/s"),
        List.of(
            Series.line(result.plan().shared() + " in flight to each", fixed),
            Series.points("adaptive", adaptive),
            Series.dashes(
                "services alone",
                List.of(new PlotPoint(1, rate), new PlotPoint(most, most * rate)))));
  }

  /** Every kind in percent of its best fixed window. */
  LineChart kinds() {
    List<Series> series = new ArrayList<>();
    for (Map.Entry<DeviceKind, Samples> entry : result.kinds().entrySet()) {
      Samples samples = entry.getValue();
      double percent = 100 / samples.rate(samples.bestFixed(1));
      PlotPoint own = own(samples);
      series.add(Series.line(entry.getKey().label(), fixed(samples, percent)));
      series.add(Series.points("", List.of(new PlotPoint(own.x(), own.y() * percent))));
    }
    return new LineChart(
        "Rate against calls in flight; diamonds: the adaptive client",
        Axis.doubling("calls in flight"),
        Axis.linear("percent of the best fixed window"),
        series);
  }

  private static List<PlotPoint> fixed(Samples samples, double factor) {
    return samples.settings().stream()
        .filter(setting -> !setting.window().isAdaptive())
        .map(s -> new PlotPoint(s.window().calls(), factor * samples.rate(s)))
        .toList();
  }

  private static Series adaptive(String name, Samples samples) {
    return Series.points(name, List.of(own(samples)));
  }

  /** Little's law: calls in flight are rate times length. */
  private static PlotPoint own(Samples samples) {
    Setting setting = new Setting(1, Window.ADAPTIVE);
    double rate = samples.rate(setting);
    double inFlight = rate * samples.median(setting, Measurement::callMillis) / 1000;
    return new PlotPoint(Math.max(1, inFlight), rate);
  }
}
