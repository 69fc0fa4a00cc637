package org.coverscape.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What measurements say, in few words and as JSON. */
public final class BenchSummary {
  private final BenchResult result;

  /** A summary of measurements. */
  public BenchSummary(BenchResult result) {
    this.result = result;
  }

  /** Lines for a person. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("one service: best fixed window against the adaptive client");
    result
        .kinds()
        .forEach(
            (kind, samples) -> {
              Setting best = samples.bestFixed(1);
              Setting own = new Setting(1, Window.ADAPTIVE);
              lines.add(
                  format(
                      "  %-20s %4s in flight %8.1f/s   adaptive %8.1f/s   ratio %.3f",
                      kind.label(),
                      best.window().label(),
                      samples.rate(best),
                      samples.rate(own),
                      samples.ratio(own, best)));
            });
    Samples samples = result.services();
    if (!samples.settings().isEmpty()) {
      lines.add("rate against the number of services");
    }
    int most = samples.settings().stream().mapToInt(Setting::services).max().orElse(0);
    for (int count = 1; count <= most; count++) {
      Setting fixed = new Setting(count, Window.fixed(result.plan().shared()));
      Setting own = new Setting(count, Window.ADAPTIVE);
      lines.add(
          format(
              "  %3d  %d in flight %8.1f/s   adaptive %8.1f/s   %4.0f µs of processor an image",
              count,
              result.plan().shared(),
              samples.rate(fixed),
              samples.rate(own),
              samples.median(own, Measurement::cpuMicros)));
    }
    return lines;
  }

  /** The same for a machine. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rounds", result.plan().rounds());
    json.put("wrong", result.wrong());
    json.put("unscored", result.unscored());
    json.put("in_flight", result.window().map(BenchSummary::points).orElse(List.of()));
    json.put("services", points(result.services()));
    json.put(
        "kinds",
        result.kinds().entrySet().stream()
            .map(entry -> kind(entry.getKey(), entry.getValue()))
            .toList());
    return json;
  }

  private static Map<String, Object> kind(DeviceKind kind, Samples samples) {
    Setting best = samples.bestFixed(1);
    Setting own = new Setting(1, Window.ADAPTIVE);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", kind.name());
    json.put("fpga", kind.fpga());
    json.put("best_in_flight", best.window().calls());
    json.put("best_images_per_second", rounded(samples.rate(best)));
    json.put("adaptive_images_per_second", rounded(samples.rate(own)));
    json.put("adaptive_to_best", rounded(samples.ratio(own, best)));
    json.put("points", points(samples));
    return json;
  }

  private static List<Map<String, Object>> points(Samples samples) {
    return samples.settings().stream().map(setting -> point(samples, setting)).toList();
  }

  private static Map<String, Object> point(Samples samples, Setting setting) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("services", setting.services());
    json.put("in_flight", setting.window().label());
    json.put("images_per_second", rounded(samples.rate(setting)));
    json.put("call_ms", rounded(samples.median(setting, Measurement::callMillis)));
    json.put("cpu_us_per_image", rounded(samples.median(setting, Measurement::cpuMicros)));
    return json;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
