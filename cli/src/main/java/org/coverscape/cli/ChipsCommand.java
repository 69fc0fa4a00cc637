package org.coverscape.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** placeholder until written */
@Command(name = "chips")
final class ChipsCommand implements Callable<Integer> {
  ChipsCommand(Console console) {
    console.err().flush();
  }

  @Override
  public Integer call() {
    return ExitCode.REFUSED;
  }
}
