package org.coverscape.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coverscape.cli.window.WindowProgram;
import org.coverscape.engine.about.ProgramVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program without a verb: opens the window. */
@Command(
    name = "coverscape",
    description = {
      "Land-cover maps from aerial imagery.",
      "Without a verb it opens the window: on a project, else on the last one, else on the sample."
    },
    versionProvider = CoverscapeCommand.Version.class,
    synopsisSubcommandLabel = "[VERB]")
final class CoverscapeCommand implements Callable<Integer> {
  /** How the names of project files end. */
  static final String PROJECT_ENDING = ".coverscape";

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  boolean version;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT.coverscape",
      description = "The project to open.")
  private @Nullable Path project;

  CoverscapeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Path named = project;
    if (named != null && spec != null && !namesProject(named.toString())) {
      throw new ParameterException(spec.commandLine(), "There is no verb '" + named + "'.");
    }
    if (named != null && !Files.isRegularFile(named)) {
      throw new UserException(named + " is not there; name a project file, or none.");
    }
    List<String> arguments = named == null ? List.of() : List.of(named.toAbsolutePath().toString());
    Reporter reporter = new Reporter(console, common);
    int exit = new WindowRun(reporter, WindowProgram.handedOver()).open(arguments);
    reporter.json(Map.of("window", "closed"));
    return exit;
  }

  /** Whether a word in a verb's place names a project instead. */
  static boolean namesProject(String word) {
    return word.endsWith(PROJECT_ENDING);
  }

  /** Prints the version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"coverscape " + ProgramVersion.get()};
    }
  }
}
