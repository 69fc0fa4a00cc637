package org.coverscape.cli;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.coverscape.engine.definition.DefinitionFile;
import org.coverscape.engine.definition.ServiceDefinition;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.inference.directory.ServiceDirectory;
import org.coverscape.service.embedded.EmbeddedService;
import org.coverscape.service.embedded.EmbeddedServiceFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What each service is, how it is and how long it takes. */
@Command(
    name = "services",
    description = "Each service's protocol, model, health, latency and batch.")
final class ServicesCommand implements Callable<Integer> {
  private static final int AT_ONCE = 8;

  private final Console console;

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private ServiceOptions services = new ServiceOptions();

  @Option(
      names = "--definition",
      paramLabel = "out.zip",
      description =
          "Also write what the services are, network and classifier head, into a file that"
              + " 'serve --definition' and a services file can read.")
  private @Nullable Path definition;

  ServicesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Reporter reporter = new Reporter(console, common);
    try (InterruptHook hook = InterruptHook.install(Thread.currentThread()::interrupt)) {
      List<ServiceCheck.Result> results = check();
      if (hook.fired()) {
        throw new InterruptedException();
      }
      ServicesTable.lines(results).forEach(reporter::line);
      reporter.json(Map.of("services", results.stream().map(ServicesCommand::json).toList()));
      if (definition != null) {
        write(results, definition, reporter);
      }
      return verdict(results, reporter);
    } catch (InterruptedException e) {
      reporter.note("Stopped.");
      return ExitCode.CANCELLED;
    }
  }

  private static void write(List<ServiceCheck.Result> results, Path file, Reporter reporter)
      throws IOException {
    List<ServiceDefinition> found =
        results.stream().flatMap(result -> result.definition().stream()).distinct().toList();
    if (found.size() > 1) {
      throw new UserException(
          "The services differ ("
              + found.stream().map(ServiceDefinition::model).collect(Collectors.joining(", "))
              + "), so no one definition holds for all; name those that belong together.");
    }
    if (!found.isEmpty()) {
      DefinitionFile.write(found.get(0), file);
      reporter.line("Wrote the definition of " + found.get(0).model() + " to " + file + ".");
    }
  }

  private List<ServiceCheck.Result> check() throws IOException, InterruptedException {
    Optional<ServiceDirectory> named = services.directory();
    if (named.isPresent()) {
      try (ServiceDirectory directory = named.get()) {
        return check(directory.services());
      }
    }
    try (EmbeddedService own = EmbeddedService.start(Optional.empty())) {
      return check(List.of(ServiceSpec.bundled(new ServiceEndpoint(own.host(), own.port()))));
    } catch (EmbeddedServiceFault e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<ServiceCheck.Result> check(List<ServiceSpec> specs)
      throws InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(AT_ONCE, specs.size()),
            new ThreadFactoryBuilder().setNameFormat("service-check-%d").setDaemon(true).build());
    try {
      List<Future<ServiceCheck.Result>> pending = new ArrayList<>();
      specs.forEach(spec -> pending.add(threads.submit(() -> new ServiceCheck(spec).run())));
      List<ServiceCheck.Result> results = new ArrayList<>();
      for (Future<ServiceCheck.Result> one : pending) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a service could not be asked", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Says what is wrong; where nothing can be used, the first of it as the run's own fault. */
  private static int verdict(List<ServiceCheck.Result> results, Reporter reporter) {
    List<String> faults =
        results.stream().map(ServiceCheck.Result::fault).filter(f -> !f.isEmpty()).toList();
    long ready = results.stream().filter(result -> result.health().equals("ready")).count();
    faults.stream().skip(ready > 0 ? 0 : 1).forEach(reporter::line);
    if (ready > 0) {
      return ready == results.size() ? ExitCode.DONE : ExitCode.PARTLY;
    }
    reporter.fault(
        faults.isEmpty()
            ? "No service wants chips now; wait until one has loaded its model."
            : faults.get(0));
    return ExitCode.REFUSED;
  }

  private static Map<String, Object> json(ServiceCheck.Result result) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("endpoint", result.spec().endpoint().toString());
    row.put("name", result.spec().access().serverName());
    row.put("protocol", result.protocol());
    row.put("model", result.model());
    row.put("health", result.health());
    row.put("input", result.input());
    row.put("batch", result.batch());
    row.put("latency_ms", result.latency().map(time -> time.toNanos() / 1e6).orElse(null));
    row.put("fault", result.fault());
    return row;
  }
}
