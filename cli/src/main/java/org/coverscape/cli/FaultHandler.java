package org.coverscape.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.store.StoreException;
import org.coverscape.service.StartFault;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever stops a verb into one plain sentence and an exit code. */
final class FaultHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private static final Logger LOG = Logger.getLogger(FaultHandler.class.getName());

  private final Console console;

  FaultHandler(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) {
    console.err().println("coverscape: " + sentence(fault));
    return ExitCode.REFUSED;
  }

  @Override
  public int handleParseException(ParameterException fault, String[] args) {
    CommandLine command = fault.getCommandLine();
    String message = String.valueOf(fault.getMessage());
    message = ParameterFault.plain(message);
    if (command.getParent() == null && isNoVerb(args)) {
      message = "There is no verb '" + args[0] + "'.";
    }
    console
        .err()
        .println(
            "coverscape: "
                + (message.endsWith(".") ? message : message + ".")
                + " Try '"
                + command.getCommandSpec().qualifiedName()
                + " --help'.");
    return ExitCode.REFUSED;
  }

  private static boolean isNoVerb(String... args) {
    return args.length > 0 && !args[0].startsWith("-") && !CoverscapeCommand.namesProject(args[0]);
  }

  /** What a person is told; a fault of the program itself goes to the log besides. */
  private static String sentence(Throwable fault) {
    String message = fault.getMessage();
    if (fault instanceof FileSystemException file && file.getReason() == null) {
      // its message is a bare path
      return file.getFile() + " could not be read or written; check that it is there and allowed.";
    }
    if (isMeantForPeople(fault) && message != null && !message.isBlank()) {
      return message;
    }
    LOG.log(Level.FINE, "the verb failed", fault);
    return "Something went wrong inside Coverscape ("
        + fault.getClass().getSimpleName()
        + (message == null ? "" : ": " + message)
        + "). Please report it with the command you gave.";
  }

  private static boolean isMeantForPeople(Throwable fault) {
    return fault instanceof UserException
        || fault instanceof PlanException
        || fault instanceof ServiceFault
        || fault instanceof IOException
        || fault instanceof UncheckedIOException
        || fault instanceof IllegalArgumentException
        || fault instanceof StoreException
        || fault instanceof StartFault;
  }
}
