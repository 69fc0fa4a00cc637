package org.coverscape.cli;

import java.util.List;

/** Every verb, wired. */
final class Verbs {
  private Verbs() {}

  static List<Object> of(Console console) {
    return List.of(
        new DemoCommand(console),
        new IndexCommand(console),
        new SearchCommand(console),
        new ScoreCommand(console),
        new ExportCommand(console),
        new ReportCommand(console),
        new ServeCommand(console),
        new ServicesCommand(console),
        new EvaluateCommand(console),
        new AssessCommand(console),
        new TrainCommand(console),
        new ChipsCommand(console),
        new BenchCommand(console));
  }
}
