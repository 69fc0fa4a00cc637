package org.coverscape.service.model;

import ai.onnxruntime.OrtException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why ONNX Runtime does not take a file, as far as it can be known from its own words. */
final class OnnxFaults {
  private static final Pattern OPSET =
      Pattern.compile("Opset (\\d+) is under development.* till opset (\\d+)", Pattern.DOTALL);
  private static final Pattern IR =
      Pattern.compile("Unsupported model IR version: (\\d+), max supported IR version: (\\d+)");

  /**
   * Three ways of saying it: of the standard's domain, of another one, and of a type or version.
   */
  private static final Pattern OPERATION =
      Pattern.compile(
          "No Op registered for (?<plain>\\w+)"
              + "|(?<foreign>[\\w.:-]+)\\(-?\\d+\\) is not a registered function/op"
              + "|Could not find an implementation for (?<known>[\\w.:-]+)\\(-?\\d+\\) node");

  private OnnxFaults() {}

  static String sentence(OrtException fault) {
    String words = String.valueOf(fault.getMessage());
    Matcher opset = OPSET.matcher(words);
    if (opset.find()) {
      return tooNew("opset", opset);
    }
    Matcher ir = IR.matcher(words);
    if (ir.find()) {
      return tooNew("file version", ir);
    }
    Matcher operation = OPERATION.matcher(words);
    if (operation.find()) {
      return "The network uses the operation "
          + Stream.of("plain", "foreign", "known")
              .map(operation::group)
              .filter(Objects::nonNull)
              .collect(Collectors.joining())
          + ", which ONNX Runtime does not have; export it with standard operations only.";
    }
    return OnnxSessions.NO_NETWORK;
  }

  private static String tooNew(String what, Matcher versions) {
    return "The network is of ONNX "
        + what
        + " "
        + versions.group(1)
        + ", and "
        + versions.group(2)
        + " is the newest that this Coverscape reads; export it with an older one.";
  }
}
