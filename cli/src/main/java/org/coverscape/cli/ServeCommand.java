package org.coverscape.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coverscape.service.ScoringServer;
import org.coverscape.service.ServerConfig;
import org.coverscape.service.StartFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the scoring service until it is stopped. */
@Command(name = "serve", description = "Runs the scoring service until it is stopped with Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "The address to listen on (default: ${DEFAULT-VALUE}, this computer alone).",
      defaultValue = "127.0.0.1")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "The port (default: ${DEFAULT-VALUE}; 0 takes any free one).",
      defaultValue = "8500")
  private int port = 8500;

  @Option(
      names = "--model",
      paramLabel = "M.onnx",
      description = "A network of your own (default: the bundled one).")
  private @Nullable Path model;

  @Option(names = "--tls-cert", paramLabel = "F", description = "A certificate chain, PEM.")
  private @Nullable Path tlsCert;

  @Option(names = "--tls-key", paramLabel = "F", description = "Its private key, PEM.")
  private @Nullable Path tlsKey;

  @Option(names = "--key", paramLabel = "K", description = "The key that clients must show.")
  private @Nullable String key;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws StartFault, InterruptedException {
    Reporter reporter = new Reporter(console, common);
    try (ScoringServer server = ScoringServer.start(config());
        InterruptHook hook = InterruptHook.install(server::close)) {
      reporter.line(
          "Serving " + server.model() + " on " + host + ":" + server.port() + "; Ctrl-C stops it.");
      reporter.json(
          Map.of("host", host, "port", server.port(), "model", server.model().toString()));
      console.out().flush();
      server.awaitTermination();
      return hook.fired() ? ExitCode.CANCELLED : ExitCode.DONE;
    }
  }

  private ServerConfig config() {
    ServerConfig config = ServerConfig.loopback(port).withHost(host);
    if (model != null) {
      config = config.withModel(model);
    }
    if (key != null) {
      config = config.withKey(key);
    }
    if (tlsCert == null && tlsKey == null) {
      return config;
    }
    if (tlsCert == null || tlsKey == null) {
      throw new UserException("TLS needs both --tls-cert and --tls-key.");
    }
    return config.withTls(tlsCert, tlsKey);
  }
}
