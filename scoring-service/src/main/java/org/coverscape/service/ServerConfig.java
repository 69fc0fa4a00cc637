package org.coverscape.service;

import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.service.model.FeatureHead;

/**
 * How a {@link ScoringServer} is to run.
 *
 * @param host the address to listen on; {@code 127.0.0.1} is reached from this computer alone
 * @param port 0 to 65535; 0 takes any free port
 * @param model an ONNX file; empty for the network that ships with the service
 * @param head a classifier of the network's features, whose scores are served; empty for the
 *     network's own
 * @param key what callers must send as header {@code authorization}; empty to let everyone in
 * @param tlsCert certificate chain, PEM; with {@code tlsKey}, or neither
 * @param tlsKey private key, PEM (PKCS #8)
 * @param workers how many chips are answered side by side
 * @param queue how many chips are held at once, waiting or in work; more are refused
 */
public record ServerConfig(
    String host,
    int port,
    Optional<Path> model,
    Optional<FeatureHead> head,
    Optional<String> key,
    Optional<Path> tlsCert,
    Optional<Path> tlsKey,
    int workers,
    int queue) {
  private static final int QUEUE = 256;

  /** Checks each setting; the message of what it throws is one sentence for a person. */
  public ServerConfig {
    require(!host.isBlank(), "The host is empty; name an address such as 127.0.0.1.");
    require(port >= 0 && port <= 65535, "The port must be from 0 to 65535.");
    require(key.isEmpty() || !key.get().isBlank(), "The key is empty; leave it out or give one.");
    require(
        key.isEmpty() || isHeader(key.get()),
        "The key begins or ends with a space, or holds a letter with an accent, which no client can"
            + " send; choose another.");
    require(
        tlsCert.isPresent() == tlsKey.isPresent(),
        "TLS needs both a certificate and its key; give --tls-cert and --tls-key.");
    require(workers >= 1, "The number of workers must be at least 1.");
    require(queue >= workers, "The queue must hold at least one image for each worker.");
  }

  /** Whether callers can send it: in a header, which loses spaces at its ends. */
  private static boolean isHeader(String key) {
    return key.equals(key.strip()) && key.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** The service's own network for this computer alone, a worker for each core, without key. */
  public static ServerConfig loopback(int port) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new ServerConfig(
        "127.0.0.1",
        port,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        cores,
        Math.max(QUEUE, cores));
  }

  /** The same on another address. */
  public ServerConfig withHost(String address) {
    return new ServerConfig(address, port, model, head, key, tlsCert, tlsKey, workers, queue);
  }

  /** The same on another port. */
  public ServerConfig withPort(int other) {
    return new ServerConfig(host, other, model, head, key, tlsCert, tlsKey, workers, queue);
  }

  /** The same with a network of one's own. */
  public ServerConfig withModel(Path onnx) {
    return new ServerConfig(
        host, port, Optional.of(onnx), head, key, tlsCert, tlsKey, workers, queue);
  }

  /** The same with scores made of the network's features. */
  public ServerConfig withHead(FeatureHead classifier) {
    return new ServerConfig(
        host, port, model, Optional.of(classifier), key, tlsCert, tlsKey, workers, queue);
  }

  /** The same for callers with a key only. */
  public ServerConfig withKey(String secret) {
    return new ServerConfig(
        host, port, model, head, Optional.of(secret), tlsCert, tlsKey, workers, queue);
  }

  /** The same over TLS. */
  public ServerConfig withTls(Path cert, Path certKey) {
    return new ServerConfig(
        host, port, model, head, key, Optional.of(cert), Optional.of(certKey), workers, queue);
  }

  /** The same with other numbers of workers and of chips held at once. */
  public ServerConfig withWorkers(int count, int held) {
    return new ServerConfig(host, port, model, head, key, tlsCert, tlsKey, count, held);
  }

  /** Without the key, which belongs in no log. */
  @Override
  public String toString() {
    return "ServerConfig[host="
        + host
        + ", port="
        + port
        + ", model="
        + model
        + ", head="
        + head.map(FeatureHead::fingerprint).orElse("none")
        + ", key="
        + (key.isEmpty() ? "none" : "set")
        + ", tlsCert="
        + tlsCert
        + ", tlsKey="
        + tlsKey
        + ", workers="
        + workers
        + ", queue="
        + queue
        + "]";
  }
}
