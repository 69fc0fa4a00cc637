package org.coverscape.service.model;

import ai.onnxruntime.OrtException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why ONNX Runtime does not take a file, as far as it can be known from its own words. */
final class OnnxFaults {
  private static final Pattern OPSET =
      Pattern.compile("Opset (\\d+) is under development.* till opset (\\d+)", Pattern.DOTALL);
  private static final Pattern IR =
      Pattern.compile("Unsupported model IR version: (\\d+), max supported IR version: (\\d+)");
  private static final Pattern OPERATION = Pattern.compile("No Op registered for (\\w+)");

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
          + operation.group(1)
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
