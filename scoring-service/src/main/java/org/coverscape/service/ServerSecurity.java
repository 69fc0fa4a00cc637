package org.coverscape.service;

import io.grpc.InsecureServerCredentials;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a server listens and with which credentials. */
final class ServerSecurity {
  private ServerSecurity() {}

  /**
   * A server's builder for the address and the credentials of a configuration.
   *
   * @throws StartFault when the host has no address, or certificate and key cannot be used
   */
  static NettyServerBuilder listenOn(ServerConfig config) throws StartFault {
    InetSocketAddress address = address(config);
    ServerCredentials credentials = credentials(config);
    try {
      return NettyServerBuilder.forAddress(address, credentials);
    } catch (IllegalArgumentException e) {
      throw new StartFault(
          "The certificate and its key cannot be used; give a PEM certificate and its PKCS #8 key.",
          e);
    }
  }

  private static InetSocketAddress address(ServerConfig config) throws StartFault {
    InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
    if (address.isUnresolved()) {
      throw new StartFault("There is no host named " + config.host() + "; choose another --host.");
    }
    return address;
  }

  private static ServerCredentials credentials(ServerConfig config) throws StartFault {
    if (config.tlsCert().isEmpty() || config.tlsKey().isEmpty()) {
      return InsecureServerCredentials.create();
    }
    Path cert = readable(config.tlsCert().get());
    Path key = readable(config.tlsKey().get());
    try {
      return TlsServerCredentials.create(cert.toFile(), key.toFile());
    } catch (IOException e) {
      throw new StartFault("The certificate " + cert + " or its key " + key + " is unreadable.", e);
    }
  }

  private static Path readable(Path file) throws StartFault {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new StartFault("The file " + file + " cannot be read; name a PEM file.");
    }
    return file;
  }
}
