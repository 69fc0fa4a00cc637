package org.coverscape.service.emulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.coverscape.service.emulation.FpgaSettings.AnswerKind;

/**
 * Reads settings from text, such as {@code rate=381,jitter=0.1,stall=0.001:5s}.
 *
 * <p>Names: {@code rate} (images a second, or {@code max}) or {@code batch} ({@code
 * SIZE:BASE:EACH[:WAIT]}), {@code jitter}, {@code errors}, {@code stall} ({@code
 * PROBABILITY:TIME}), {@code slow} ({@code AFTER:FACTOR}), {@code queue}, {@code prepare} ({@code
 * TIME[:LANES]}), {@code latency}, {@code answers} ({@code load} or {@code real}), {@code seed}.
 */
public final class FpgaSyntax {
  private static final List<String> NAMES =
      List.of(
          "rate", "batch", "jitter", "errors", "stall", "slow", "queue", "prepare", "latency",
          "answers", "seed");
  private static final double NANOS = 1e9;
  private static final int QUEUE = 64;
  private static final Duration GATHER = Duration.ofMillis(3);
  private static final Duration PREPARE = Duration.ofNanos(2_600_000);

  private final Map<String, SettingText> given;

  private FpgaSyntax(Map<String, SettingText> given) {
    this.given = given;
  }

  /**
   * Settings from text; what it leaves out is as usual, so that empty text is a Brainwave service.
   *
   * @throws IllegalArgumentException with one sentence for a person
   */
  public static FpgaSettings parse(String text) {
    Map<String, SettingText> given = new HashMap<>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String name = part.substring(0, Math.max(0, equals)).strip();
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "'"
                + part.strip()
                + "' is no setting of --fpga; write name=value with a name of "
                + String.join(", ", NAMES)
                + ".");
      }
      SettingText value = new SettingText(name, part.substring(equals + 1).strip());
      if (given.put(name, value) != null) {
        throw new IllegalArgumentException("The setting " + name + " stands twice in --fpga.");
      }
    }
    return new FpgaSyntax(given).settings();
  }

  private SettingText value(String name, String usual) {
    return given.getOrDefault(name, new SettingText(name, usual));
  }

  private FpgaSettings settings() {
    if (given.containsKey("rate") && given.containsKey("batch")) {
      throw new IllegalArgumentException("Give --fpga either a rate or a batch, not both.");
    }
    return given.containsKey("batch") ? batching() : serial();
  }

  private FpgaSettings serial() {
    SettingText rate = value("rate", Double.toString(FpgaSettings.BRAINWAVE_RATE));
    boolean unlimited = rate.text().equals("max");
    double nanos = unlimited ? 0 : NANOS / rate.positive();
    return of(
        Duration.ZERO,
        Duration.ofNanos(Math.round(nanos)),
        1,
        Duration.ZERO,
        unlimited ? Duration.ZERO : PREPARE);
  }

  private FpgaSettings batching() {
    SettingText batch = value("batch", "");
    List<SettingText> parts = batch.parts(3, 4, "SIZE:BASE:EACH, such as 32:10ms:0.5ms");
    Duration gather = parts.size() == 4 ? parts.get(3).time() : GATHER;
    return of(
        parts.get(1).time(),
        parts.get(2).time(),
        Math.toIntExact(parts.get(0).whole(1, 1 << 16)),
        gather,
        Duration.ZERO);
  }

  private FpgaSettings of(
      Duration base, Duration each, int batch, Duration gather, Duration usualPrepare) {
    List<SettingText> prepare =
        given.containsKey("prepare")
            ? value("prepare", "").parts(1, 2, "TIME or TIME:LANES, such as 2.6ms:4")
            : List.of();
    OptionalInt lanes =
        prepare.size() == 2
            ? OptionalInt.of((int) prepare.get(1).whole(1, 1 << 16))
            : OptionalInt.empty();
    int queue =
        (int) value("queue", Integer.toString(Math.max(QUEUE, 2 * batch))).whole(1, 1 << 20);
    return new FpgaSettings(
        base,
        each,
        batch,
        gather,
        prepare.isEmpty() ? usualPrepare : prepare.get(0).time(),
        lanes,
        queue,
        value("latency", "0ms").time(),
        faults(),
        answers(),
        value("seed", "1").whole(Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private FpgaFaults faults() {
    List<SettingText> stall =
        value("stall", "0:0s").parts(2, 2, "PROBABILITY:TIME, such as 0.001:5s");
    List<SettingText> slow = value("slow", "0:1").parts(2, 2, "AFTER:FACTOR, such as 1000:3");
    return new FpgaFaults(
        value("jitter", "0").number(),
        value("errors", "0").number(),
        stall.get(0).number(),
        stall.get(1).time(),
        slow.get(0).whole(0, Long.MAX_VALUE),
        slow.get(1).positive());
  }

  private AnswerKind answers() {
    String text = value("answers", "load").text();
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "load" -> AnswerKind.LOAD;
      case "real" -> AnswerKind.REAL;
      default ->
          throw new IllegalArgumentException(
              "The setting answers of --fpga is load or real, not '" + text + "'.");
    };
  }
}
