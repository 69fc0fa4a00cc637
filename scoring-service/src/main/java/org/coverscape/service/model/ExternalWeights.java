package org.coverscape.service.model;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files beside an ONNX file that hold its weights, as large networks have them. Field
 * numbers are those of onnx.proto; all that leads to no tensor is skipped unread.
 */
final class ExternalWeights {
  private static final int DEPTH = 32;

  /** Messages on the way from the file to its tensors. */
  private enum Part {
    MODEL,
    GRAPH,
    FUNCTION,
    NODE,
    ATTRIBUTE,
    SPARSE,
    TENSOR,
    EXTERNAL;

    /** What a field holds; null where it leads to no tensor. */
    private @Nullable Part field(int number) {
      return switch (this) {
        case MODEL -> number == 7 ? GRAPH : number == 25 ? FUNCTION : null;
        case GRAPH -> number == 1 ? NODE : number == 5 ? TENSOR : number == 15 ? SPARSE : null;
        case FUNCTION -> number == 7 ? NODE : null;
        case NODE -> number == 5 ? ATTRIBUTE : null;
        case ATTRIBUTE ->
            switch (number) {
              case 5, 10 -> TENSOR;
              case 6, 11 -> GRAPH;
              case 22, 23 -> SPARSE;
              default -> null;
            };
        case SPARSE -> number == 1 || number == 2 ? TENSOR : null;
        case TENSOR -> number == 13 ? EXTERNAL : null;
        case EXTERNAL -> null;
      };
    }
  }

  private final Set<String> names = new TreeSet<>();

  private ExternalWeights() {}

  /**
   * The files that a network's weights are in, in a fixed order.
   *
   * @throws IOException when the file cannot be read
   * @throws ModelFault when it is no ONNX file, or names a file that is not beside it
   */
  static Set<Path> of(Path onnx) throws IOException, ModelFault {
    ExternalWeights weights = new ExternalWeights();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(onnx))) {
      CodedInputStream coded = CodedInputStream.newInstance(in);
      coded.setSizeLimit(Integer.MAX_VALUE);
      weights.read(coded, Part.MODEL, 0);
    } catch (InvalidProtocolBufferException e) {
      throw new ModelFault(OnnxSessions.NO_NETWORK, e);
    }
    Set<Path> files = new TreeSet<>();
    for (String name : weights.names) {
      files.add(beside(onnx.toAbsolutePath().normalize(), name));
    }
    return files;
  }

  private static Path beside(Path onnx, String name) throws ModelFault {
    Path file;
    try {
      file = onnx.resolveSibling(name).normalize();
    } catch (InvalidPathException e) {
      throw new ModelFault("The network keeps weights in '" + name + "', which is no file.", e);
    }
    if (!file.startsWith(onnx.resolveSibling("").normalize()) || Path.of(name).isAbsolute()) {
      throw new ModelFault(
          "The network keeps weights in "
              + name
              + ", outside of its own folder; put them beside it and export it again.");
    }
    if (!Files.isRegularFile(file)) {
      throw new ModelFault(
          "The network's weights are in a file " + name + " that is not beside it; copy it there.");
    }
    return file;
  }

  private void read(CodedInputStream in, Part part, int depth) throws IOException {
    if (depth > DEPTH) {
      throw new InvalidProtocolBufferException("graphs within graphs without end");
    }
    String key = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int number = WireFormat.getTagFieldNumber(tag);
      boolean block = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      Part inner = block ? part.field(number) : null;
      if (inner != null) {
        int limit = in.pushLimit(in.readRawVarint32());
        read(in, inner, depth + 1);
        in.popLimit(limit);
      } else if (block && part == Part.EXTERNAL && number == 1) {
        key = in.readString();
      } else if (block && part == Part.EXTERNAL && number == 2 && key.equals("location")) {
        names.add(in.readString());
      } else {
        in.skipField(tag);
      }
    }
  }
}
