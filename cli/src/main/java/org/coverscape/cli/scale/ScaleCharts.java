package org.coverscape.cli.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.coverscape.cli.plot.Axis;
import org.coverscape.cli.plot.LineChart;
import org.coverscape.cli.plot.PlotPoint;
import org.coverscape.cli.plot.Series;

/** The pictures of the document. */
final class ScaleCharts {
  private static final int[] WINDOWS = {1, 2, 4, 8, 16, 20, 32, 64};
  private static final int[] SERVICES = {1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80};
  private static final int[] CLIENTS = {4, 6, 8, 10, 12, 16, 24, 40, 80};
  private static final int CHIPS_PER_SERVICE = 600;

  private ScaleCharts() {}

  /** All of them by the names of their files. */
  static Map<String, LineChart> all() {
    Map<String, LineChart> charts = new LinkedHashMap<>();
    charts.put("scale-window.png", window());
    charts.put("scale-services.png", services());
    charts.put("scale-clients.png", clients());
    return charts;
  }

  /** One service: rate against calls in flight, at several distances. */
  private static LineChart window() {
    Map<String, Double> distances = new LinkedHashMap<>();
    distances.put("0.6 ms there and back", Known.ONE_WAY);
    distances.put("10 ms", 0.005);
    distances.put("50 ms", 0.025);
    distances.put("100 ms", 0.05);
    List<Series> series = new ArrayList<>();
    distances.forEach(
        (name, oneWay) -> series.add(line(name, WINDOWS, window -> near(oneWay, (int) window))));
    return new LineChart(
        "One service of 381 images/s, model",
        Axis.doubling("calls in flight"),
        Axis.linear("images/s"),
        series);
  }

  private static double near(double oneWay, int window) {
    Scenario scenario = Setups.ours(Known.SERVICES, Format.COG, Encoding.STORED, 4000);
    return perSecond(
        scenario
            .withClient(scenario.client().withWindow(window))
            .withNetwork(scenario.network().withOneWay(oneWay)));
  }

  /** One client: rate against its services. */
  private static LineChart services() {
    List<Series> series = new ArrayList<>();
    series.add(line("2018: 1/60 s of a core per image", SERVICES, n -> past((int) n)));
    series.add(
        line(
            "deflate, Up + Huffman PNG", SERVICES, n -> one(n, Format.DEFLATE, Encoding.FILTERED)));
    series.add(
        line("deflate or COG, stored PNG", SERVICES, n -> one(n, Format.COG, Encoding.STORED)));
    series.add(line("COG, JPEG", SERVICES, n -> one(n, Format.COG, Encoding.JPEG)));
    return new LineChart(
        "One client of 64 cores and 25 Gb/s, model",
        Axis.linear("services of 381 images/s"),
        Axis.linear("images/s"),
        series);
  }

  private static double past(int services) {
    Scenario scenario = Setups.of2018(1, 4, 1 / Known.CORE_RATE_2018);
    RunResult run = Simulation.of(scenario.withServices(scenario.services().withCount(services)));
    return run.chips() / run.scoreSeconds();
  }

  private static double one(double services, Format format, Encoding encoding) {
    Scenario scenario =
        Setups.ours(Known.SERVICES, format, encoding, (int) (services * CHIPS_PER_SERVICE));
    Network network = scenario.network();
    return perSecond(
        scenario
            .withNetwork(network.withStorage(network.storageBytesPerSecond() * services))
            .withServices(scenario.services().withCount((int) services)));
  }

  /** The whole run: its length against the number of clients. */
  private static LineChart clients() {
    List<Series> series = new ArrayList<>();
    series.add(whole("deflate, Up + Huffman PNG", Format.DEFLATE, Encoding.FILTERED));
    series.add(whole("deflate or COG, stored PNG", Format.COG, Encoding.STORED));
    series.add(whole("COG, Up + Huffman PNG", Format.COG, Encoding.FILTERED));
    series.add(whole("COG, JPEG", Format.COG, Encoding.JPEG));
    series.add(Series.points("2018: 80 clients", List.of(new PlotPoint(80, 47))));
    series.add(
        Series.dashes(
            "800 services, never idle",
            List.of(new PlotPoint(4, bestMinutes()), new PlotPoint(80, bestMinutes()))));
    return new LineChart(
        "195 million chips, 800 services, model",
        Axis.doubling("clients of 64 cores and 25 Gb/s"),
        Axis.linear("minutes"),
        series);
  }

  private static Series whole(String name, Format format, Encoding encoding) {
    return line(
        name,
        CLIENTS,
        clients ->
            Forecast.of(Setups.ours((int) clients, format, encoding, CHIPS_PER_SERVICE)).seconds()
                / 60);
  }

  private static double bestMinutes() {
    return Known.CHIPS / (Known.SERVICES * Known.SERVICE_RATE) / 60;
  }

  private static double perSecond(Scenario scenario) {
    return 1 / Forecast.of(scenario).chipSeconds();
  }

  private static Series line(String name, int[] xs, DoubleUnaryOperator y) {
    return Series.line(
        name, IntStream.of(xs).mapToObj(x -> new PlotPoint(x, y.applyAsDouble(x))).toList());
  }
}
