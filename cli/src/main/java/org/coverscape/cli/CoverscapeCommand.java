package org.coverscape.cli;

import java.util.concurrent.Callable;
import org.coverscape.engine.about.ProgramVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a verb: says what there is. */
@Command(
    name = "coverscape",
    description = "Land-cover maps from aerial imagery.",
    mixinStandardHelpOptions = true,
    versionProvider = CoverscapeCommand.Version.class,
    synopsisSubcommandLabel = "VERB")
final class CoverscapeCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  CoverscapeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandSpec known = spec;
    if (known != null) {
      known.commandLine().usage(console.out(), CommandLine.Help.Ansi.AUTO);
    }
    return ExitCode.DONE;
  }

  /** Prints the version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"coverscape " + ProgramVersion.get()};
    }
  }
}
