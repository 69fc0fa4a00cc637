package org.coverscape.app.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the lines of the file that {@code recipe/states.py} makes and describes. */
final class UsStatesParser {
  private static final int FIRST_DIGIT = '0';
  private static final int MORE = 32;

  private final List<double[]> arcs = new ArrayList<>();
  private final List<UsState> states = new ArrayList<>();
  private final List<double[]> rings = new ArrayList<>();
  private double[] grid = {0, 0, 1, 1};
  private String code = "";
  private String name = "";

  /** Takes the next line. */
  void line(String line) {
    int space = line.indexOf(' ');
    String rest = line.substring(space + 1);
    switch (line.substring(0, space)) {
      case "grid" ->
          grid = Arrays.stream(rest.split(" ")).mapToDouble(Double::parseDouble).toArray();
      case "arc" -> arcs.add(arc(rest));
      case "ring" -> rings.add(ring(rest.split(" ")));
      case "state" -> {
        finish();
        code = rest.substring(0, 2);
        name = rest.substring(3);
      }
      default -> throw new IllegalArgumentException("unknown line: " + line);
    }
  }

  /** All states, after the last line. */
  List<UsState> states() {
    finish();
    return states;
  }

  private void finish() {
    if (!code.isEmpty()) {
      states.add(new UsState(name, code, rings));
    }
    rings.clear();
    code = "";
  }

  private double[] arc(String text) {
    double[] points = new double[text.length()];
    int count = 0;
    int[] place = {0, 0};
    int number = 0;
    int shift = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - FIRST_DIGIT;
      number |= (digit & MORE - 1) << shift;
      shift += 5;
      if (digit < MORE) {
        int axis = count % 2;
        place[axis] += (number & 1) == 0 ? number >> 1 : -(number >> 1) - 1;
        points[count++] = grid[axis] + place[axis] * grid[2 + axis];
        number = 0;
        shift = 0;
      }
    }
    return Arrays.copyOf(points, count);
  }

  /** Joins arcs; where two meet, their common point comes once. */
  private double[] ring(String[] numbers) {
    double[] points = new double[0];
    for (String text : numbers) {
      int number = Integer.parseInt(text);
      double[] arc = number < 0 ? reversed(arcs.get(-number - 1)) : arcs.get(number);
      int length = Math.max(0, points.length - 2);
      points = Arrays.copyOf(points, length + arc.length);
      System.arraycopy(arc, 0, points, length, arc.length);
    }
    return points;
  }

  private static double[] reversed(double[] arc) {
    double[] back = new double[arc.length];
    for (int i = 0; i < arc.length; i += 2) {
      back[i] = arc[arc.length - 2 - i];
      back[i + 1] = arc[arc.length - 1 - i];
    }
    return back;
  }
}
