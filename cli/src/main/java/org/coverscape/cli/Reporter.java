package org.coverscape.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Says what a verb has to say, as {@code --quiet} and {@code --json} want it. */
final class Reporter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Console console;
  private final CommonOptions options;

  Reporter(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  /** A line of the result for a person; left out under {@code --json} and {@code --quiet}. */
  void line(String text) {
    if (!options.json && !options.quiet) {
      console.out().println(text);
    }
  }

  /** A remark on the way to the result. */
  void note(String text) {
    if (!options.quiet) {
      console.err().println(text);
    }
  }

  /** A fault, always said. */
  void fault(String sentence) {
    console.err().println("coverscape: " + sentence);
  }

  /** The result for a machine, when it was asked for. */
  void json(Object value) {
    if (options.json) {
      try {
        console.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a result could not be written as JSON", e);
      }
    }
  }

  /** The result for a machine, written already. */
  void jsonText(String json) {
    if (options.json) {
      console.out().println(json.stripTrailing());
    }
  }

  /** A progress bar, drawn only where a person watches. */
  ProgressBar progress(String what) {
    return new ProgressBar(console.err(), console.terminal() && !options.quiet, what);
  }
}
