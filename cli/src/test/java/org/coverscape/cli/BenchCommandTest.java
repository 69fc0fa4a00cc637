package org.coverscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void nonsenseIsRefusedBeforeAnythingStarts() {
    assertRefused("number of services", "--services", "0");
    assertRefused("in flight", "--in-flight", "1,0");
    assertRefused("in-flight", "--in-flight", "many");
    assertRefused("'quick'", "--kinds", "quick");
    assertRefused("rate", "--rate", "-1");
    assertRefused("round", "--rounds", "0");
    assertRefused("second", "--seconds", "0");
    assertRefused("--out", "--simulate");
  }

  @Test
  void theHelpNamesWhatCanBeChosen() {
    assertEquals(ExitCode.DONE, run("--help"));
    String help = out.toString(StandardCharsets.UTF_8);
    for (String option : new String[] {"--services", "--in-flight", "--chips", "--simulate"}) {
      assertTrue(help.contains(option), option);
    }
  }

  private void assertRefused(String word, String... arguments) {
    err.reset();
    assertEquals(ExitCode.REFUSED, run(arguments));
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.startsWith("coverscape: ") && said.contains(word), said);
    assertEquals(1, said.lines().count(), said);
  }

  private int run(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "bench";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return Main.run(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false),
        line);
  }
}
