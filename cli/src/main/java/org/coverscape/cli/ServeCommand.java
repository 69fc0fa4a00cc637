package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coverscape.service.EmulatedServers;
import org.coverscape.service.ScoringServer;
import org.coverscape.service.ServerConfig;
import org.coverscape.service.StartFault;
import org.coverscape.service.emulation.FpgaSettings;
import org.coverscape.service.emulation.FpgaSettings.AnswerKind;
import org.coverscape.service.emulation.FpgaSyntax;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the scoring service until it is stopped. */
@Command(
    name = "serve",
    description = "Runs the scoring service until it is stopped with Ctrl-C.",
    footer = {
      "",
      "Settings of --fpga, as name=value with commas between:",
      "  rate=381             images a second of a serial device; max: no device time",
      "  batch=32:10ms:0.5ms  instead of a rate: up to 32 images at once in 10 ms and",
      "                       0.5 ms for each; a fourth part, :3ms, is how long it",
      "                       waits for more of them",
      "  jitter=0.1           spread of the device's times as a share of their mean (0)",
      "  prepare=2.6ms:4      preprocessing of each image beside the device, 4 at once",
      "                       (2.6ms, any number at once; 0ms with rate=max or batch)",
      "  queue=64             images held at once; more are refused (64, or 2 batches)",
      "  latency=50ms         what the network adds to each call (0ms)",
      "  errors=0.01          share of images that fail (0)",
      "  stall=0.001:5s       probability that the device hangs before an image, and",
      "                       for how long (0:0s)",
      "  slow=1000:3          after 1000 images the device is 3 times slower (0:1)",
      "  answers=load         load: scores from a hash of the image's bytes, which mean",
      "                       nothing; real: the network's (load)",
      "  seed=1               the same seed draws the same jitter, errors and stalls"
    })
final class ServeCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65535;

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

  @Option(
      names = "--head",
      paramLabel = "head.json",
      description =
          "Answer with the scores of a classifier head of yours, made of the network's features.")
  private @Nullable Path head;

  @Option(
      names = "--definition",
      paramLabel = "in.zip",
      description =
          "Serve what a service definition names: its network, which must be here, under its"
              + " classifier head.")
  private @Nullable Path definition;

  @Option(names = "--tls-cert", paramLabel = "F", description = "A certificate chain, PEM.")
  private @Nullable Path tlsCert;

  @Option(names = "--tls-key", paramLabel = "F", description = "Its private key, PEM.")
  private @Nullable Path tlsKey;

  @Option(names = "--key", paramLabel = "K", description = "The key that clients must show.")
  private @Nullable String key;

  @Option(
      names = "--fpga",
      paramLabel = "name=value,…",
      arity = "0..1",
      fallbackValue = "",
      description =
          "Answer with the timing of a service on an FPGA, almost without CPU; settings below.")
  private @Nullable String fpga;

  @Option(
      names = "--count",
      paramLabel = "N",
      description =
          "With --fpga: so many services, on the port and those after it (default:"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private int count = 1;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, StartFault, InterruptedException {
    if (fpga != null) {
      return emulate(settings(fpga));
    }
    if (count != 1) {
      throw new UserException("Several services of one process need --fpga; add it.");
    }
    Optional<ServedDefinition> kept = kept();
    try (ScoringServer server = ScoringServer.start(config(kept));
        InterruptHook hook = InterruptHook.install(server::close)) {
      kept.ifPresent(named -> named.check(String.valueOf(server.model())));
      announce(String.valueOf(server.model()), List.of(server.port()));
      server.awaitTermination();
      return hook.fired() ? ExitCode.CANCELLED : ExitCode.DONE;
    }
  }

  private int emulate(FpgaSettings settings) throws IOException, StartFault, InterruptedException {
    if (count < 1 || count > MAX_PORT - Math.max(1, port) + 1) {
      throw new UserException(
          "The ports from " + port + " do not hold " + count + " services; change --count.");
    }
    if ((model != null || head != null || definition != null)
        && settings.answers() == AnswerKind.LOAD) {
      throw new UserException(
          "A --model, --head or --definition answers with --fpga answers=real only; add that.");
    }
    Optional<ServedDefinition> kept = kept();
    try (EmulatedServers servers = EmulatedServers.start(config(kept), settings, count);
        InterruptHook hook = InterruptHook.install(servers::close)) {
      kept.ifPresent(named -> named.check(String.valueOf(servers.model())));
      announce(String.valueOf(servers.model()), servers.ports());
      servers.awaitTermination();
      return hook.fired() ? ExitCode.CANCELLED : ExitCode.DONE;
    }
  }

  private Optional<ServedDefinition> kept() throws IOException {
    return definition == null ? Optional.empty() : Optional.of(ServedDefinition.read(definition));
  }

  private static FpgaSettings settings(String text) {
    try {
      return FpgaSyntax.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private void announce(String model, List<Integer> ports) {
    Reporter reporter = new Reporter(console, common);
    String others = ports.size() == 1 ? "" : " to " + ports.get(ports.size() - 1);
    reporter.line(
        "Serving " + model + " on " + host + ":" + ports.get(0) + others + "; Ctrl-C stops it.");
    reporter.json(Map.of("host", host, "port", ports.get(0), "ports", ports, "model", model));
    console.out().flush();
  }

  private ServerConfig config(Optional<ServedDefinition> kept) throws IOException {
    ServerConfig config = ServerConfig.loopback(port).withHost(host);
    if (model != null) {
      config = config.withModel(model);
    }
    if (head != null) {
      config = config.withHead(ServedHead.read(head));
    }
    if (kept.isPresent()) {
      config = kept.get().configure(config);
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
