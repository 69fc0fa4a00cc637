package org.coverscape.engine.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Damaged files of every form: some hundred inputs each in the normal tests, as many as {@code
 * -Dfuzz.inputs} says in the profile {@code fuzz}, from {@code -Dfuzz.seed} on.
 */
class FuzzTest {
  private static final long FEW = 1500;

  static Stream<FuzzTarget> targets() {
    String wanted = System.getProperty("fuzz.target", "");
    return FuzzTargets.all().stream().filter(target -> target.name().startsWith(wanted));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void answersOrRefusesInASentence(FuzzTarget target) throws Exception {
    long count = Long.getLong("fuzz.inputs", FEW);
    Path kept = Path.of(System.getProperty("java.io.tmpdir"), "fuzz");
    FuzzRun run = new FuzzRun(target, Long.getLong("fuzz.seed", 1), kept);
    FutureTask<List<String>> task = new FutureTask<>(() -> run.over(count));
    Thread thread = new Thread(task, "fuzz-" + target.name());
    thread.setDaemon(true);
    thread.start();
    List<String> findings;
    try {
      // the guard against an input that never ends; those that only take long are found by CPU time
      findings = task.get(60 + count / 50, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      fail(target.name() + " hangs; the input is in " + run.keep(), e);
      return;
    } catch (ExecutionException e) {
      fail("a whole file was refused by " + target.name(), e.getCause());
      return;
    }
    assertEquals(List.of(), findings, "their inputs are in " + kept);
    LoggerFactory.getLogger(FuzzTest.class)
        .info("{}: {} inputs, {} refused", target.name(), count, run.refused());
    assertTrue(run.refused() > count / 10 && run.refused() < count, "the damage is of no use");
  }
}
