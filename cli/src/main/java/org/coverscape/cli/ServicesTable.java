package org.coverscape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coverscape.engine.chip.CellSize;

/** Services as a table for a person. */
final class ServicesTable {
  private static final List<String> HEAD =
      List.of("service", "protocol", "model", "health", "latency", "batch", "cells", "input");

  private ServicesTable() {}

  static List<String> lines(List<ServiceCheck.Result> results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    results.forEach(result -> rows.add(row(result)));
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private static List<String> row(ServiceCheck.Result result) {
    return List.of(
        result.spec().endpoint().toString(),
        result.protocol(),
        result.model().isEmpty() ? "-" : result.model(),
        result.health(),
        result
            .latency()
            .map(time -> String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6))
            .orElse("-"),
        result.batch() == 0 ? "-" : Integer.toString(result.batch()),
        result.cells().isEmpty()
            ? "-"
            : result.cells().stream().map(CellSize::label).collect(Collectors.joining(", ")),
        result.input().isEmpty() ? "-" : result.input());
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(String.format("%-" + (widths[i] + 2) + "s", row.get(i)));
    }
    return line.toString().stripTrailing();
  }
}
