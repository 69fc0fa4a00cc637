package org.coverscape.service.grpc;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import java.io.IOException;
import java.io.InputStream;

/**
 * Parses requests so that the images in them are parts of the received bytes, where grpc-java's own
 * parser copies each: with 150 KB an image that is a good part of a service's work.
 */
final class LeanParsing {
  private LeanParsing() {}

  /** The same service with such parsers for its requests. */
  static ServerServiceDefinition of(ServerServiceDefinition service) {
    ServerServiceDefinition.Builder builder =
        ServerServiceDefinition.builder(service.getServiceDescriptor().getName());
    service.getMethods().forEach(method -> builder.addMethod(lean(method)));
    return builder.build();
  }

  private static <Q, A> ServerMethodDefinition<Q, A> lean(ServerMethodDefinition<Q, A> method) {
    var descriptor = method.getMethodDescriptor();
    if (!(descriptor.getRequestMarshaller() instanceof PrototypeMarshaller<Q> usual)) {
      return method;
    }
    return ServerMethodDefinition.create(
        descriptor.toBuilder(new Parser<>(usual), descriptor.getResponseMarshaller()).build(),
        method.getServerCallHandler());
  }

  private record Parser<Q>(PrototypeMarshaller<Q> usual) implements Marshaller<Q> {
    @Override
    public InputStream stream(Q value) {
      return usual.stream(value);
    }

    @Override
    public Q parse(InputStream stream) {
      if (!(usual.getMessagePrototype() instanceof MessageLite prototype)) {
        return usual.parse(stream);
      }
      try {
        CodedInputStream in = UnsafeByteOperations.unsafeWrap(bytes(stream)).newCodedInput();
        in.enableAliasing(true);
        MessageLite message = prototype.getParserForType().parseFrom(in);
        in.checkLastTagWas(0);
        return usual.getMessageClass().cast(message);
      } catch (InvalidProtocolBufferException e) {
        throw Status.INTERNAL.withCause(e).asRuntimeException();
      } catch (IOException e) {
        throw Status.UNAVAILABLE.withCause(e).asRuntimeException();
      }
    }

    private static byte[] bytes(InputStream stream) throws IOException {
      if (!(stream instanceof KnownLength)) { // compressed
        return stream.readAllBytes();
      }
      byte[] bytes = new byte[stream.available()];
      stream.readNBytes(bytes, 0, bytes.length);
      return bytes;
    }
  }
}
