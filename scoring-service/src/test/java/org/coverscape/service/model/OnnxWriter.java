package org.coverscape.service.model;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes the few messages of an ONNX file that tests need; field numbers are those of onnx.proto.
 */
final class OnnxWriter {
  private OnnxWriter() {}

  /** A protobuf message as its fields are added. */
  static final class Message {
    private final ByteString.Output out = ByteString.newOutput();
    private final CodedOutputStream coded = CodedOutputStream.newInstance(out);

    Message number(int field, long value) {
      return write(() -> coded.writeInt64(field, value));
    }

    Message text(int field, String value) {
      return write(() -> coded.writeString(field, value));
    }

    Message raw(int field, ByteString value) {
      return write(() -> coded.writeBytes(field, value));
    }

    Message message(int field, Message value) {
      return raw(field, ByteString.copyFrom(value.bytes()));
    }

    byte[] bytes() {
      write(coded::flush);
      return out.toByteString().toByteArray();
    }

    private Message write(Step step) {
      try {
        step.run();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /** An attribute of one whole number. */
  static Message attribute(String name, long value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  /** An attribute of several whole numbers. */
  static Message attribute(String name, long[] values) {
    Message attribute = new Message().text(1, name);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, 7);
  }

  /** An input or output: its first dimension has a name or, where that is empty, a size. */
  static Message value(String name, int type, String batch, long... sizes) {
    Message shape = new Message();
    for (int i = 0; i < sizes.length; i++) {
      boolean varies = i == 0 && !batch.isEmpty();
      shape.message(1, varies ? new Message().text(2, batch) : new Message().number(1, sizes[i]));
    }
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }
}
