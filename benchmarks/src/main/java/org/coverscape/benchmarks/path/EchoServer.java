package org.coverscape.benchmarks.path;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Serves an {@link EchoService} on a free port of this machine, prints the port, and ends when its
 * standard input does.
 */
public final class EchoServer {
  private static final int LIMIT = 64 << 20;

  private EchoServer() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException {
    Server server =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                InsecureServerCredentials.create())
            .directExecutor()
            .maxInboundMessageSize(LIMIT)
            .addService(new EchoService())
            .build()
            .start();
    System.out.println(server.getPort());
    int end = System.in.read();
    while (end >= 0) {
      end = System.in.read();
    }
    server.shutdownNow();
  }
}
