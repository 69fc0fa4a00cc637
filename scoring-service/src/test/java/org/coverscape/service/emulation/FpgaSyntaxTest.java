package org.coverscape.service.emulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalInt;
import org.coverscape.service.emulation.FpgaSettings.AnswerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FpgaSyntaxTest {
  @Test
  void nothingIsABrainwaveService() {
    FpgaSettings settings = FpgaSyntax.parse("");
    assertEquals(Duration.ofNanos(2_624_672), settings.perImage());
    assertEquals(1, settings.batch());
    assertEquals(64, settings.queue());
    assertEquals(Duration.ofNanos(2_600_000), settings.prepare());
    assertEquals(FpgaFaults.none(), settings.faults());
    assertEquals(AnswerKind.LOAD, settings.answers());
    assertEquals(settings, FpgaSettings.brainwave());
  }

  @Test
  void everySettingIsRead() {
    FpgaSettings settings =
        FpgaSyntax.parse(
            "rate=200,jitter=0.1,errors=0.01,stall=0.001:5s,queue=32,prepare=1ms:4,latency=50ms,"
                + "answers=real,slow=100:2.5, seed=9");
    assertEquals(
        new FpgaSettings(
            Duration.ZERO,
            Duration.ofMillis(5),
            1,
            Duration.ZERO,
            Duration.ofMillis(1),
            OptionalInt.of(4),
            32,
            Duration.ofMillis(50),
            new FpgaFaults(0.1, 0.01, 0.001, Duration.ofSeconds(5), 100, 2.5),
            AnswerKind.REAL,
            9),
        settings);
  }

  @Test
  void aBatchIsRead() {
    FpgaSettings settings = FpgaSyntax.parse("batch=48:10ms:500us:1ms");
    assertEquals(48, settings.batch());
    assertEquals(Duration.ofMillis(10), settings.base());
    assertEquals(Duration.ofNanos(500_000), settings.perImage());
    assertEquals(Duration.ofMillis(1), settings.gather());
    assertEquals(96, settings.queue());
    assertEquals(Duration.ZERO, settings.prepare());
    assertEquals(Duration.ofMillis(3), FpgaSyntax.parse("batch=2:1ms:1ms").gather());
  }

  @Test
  void noDeviceTimeIsNoPreparationEither() {
    FpgaSettings settings = FpgaSyntax.parse("rate=max");
    assertEquals(Duration.ZERO, settings.perImage());
    assertEquals(Duration.ZERO, settings.prepare());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate=0 | above 0",
        "rate=fast | needs a number, not 'fast'",
        "rate=NaN | needs a number, not 'NaN'",
        "rate=1e400 | needs a number",
        "rate | name=value",
        "speed=3 | 'speed=3' is no setting",
        "rate=1,,queue=2 | '' is no setting",
        "rate=1,rate=2 | stands twice",
        "rate=1,batch=2:1ms:1ms | not both",
        "jitter=-1 | jitter must be from 0 to 3",
        "errors=2 | errors must be from 0 to 1",
        "stall=0.5 | PROBABILITY:TIME",
        "stall=7:1s | stall must be from 0 to 1",
        "stall=0.5:5 | with their unit",
        "prepare=-1ms | with their unit",
        "latency=9999m | a day at most",
        "queue=0 | from 1 to",
        "queue=many | whole number",
        "prepare=1ms:0 | from 1 to",
        "slow=5 | AFTER:FACTOR",
        "slow=5:0 | above 0",
        "batch=0:1ms:1ms | from 1 to",
        "batch=4:1ms | SIZE:BASE:EACH",
        "answers=true | load or real",
        "seed=x | whole number",
      })
  void mistakesAreOneSentence(String text, String part) {
    String sentence =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> FpgaSyntax.parse(text))
                .getMessage());
    assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.endsWith("."), sentence);
  }
}
