package org.coverscape.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coverscape.engine.inference.ServiceEndpoint;

/** Emulated services in a child process, {@link EmulatedMain}, that ends with this one. */
final class ServiceProcess implements ServiceFleet {
  private static final String HOST = "127.0.0.1";
  private static final int CLOSE_SECONDS = 5;

  private final Process process;
  private final List<ServiceEndpoint> endpoints;

  private ServiceProcess(Process process, List<ServiceEndpoint> endpoints) {
    this.process = process;
    this.endpoints = List.copyOf(endpoints);
  }

  /** Starts them; see {@link ServiceFleet.Starter#start}. */
  static ServiceProcess start(DeviceKind kind, int count) {
    Process process;
    try {
      process = command(kind.fpga(), count).start();
    } catch (IOException e) {
      throw new BenchFault("Java's program does not run; install Java again.", e);
    }
    // the reader stays open as long as the process: closing it would close the pipe
    BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), Charset.defaultCharset()));
    try {
      String line = output.readLine();
      if (line == null || !line.startsWith(EmulatedMain.READY)) {
        process.destroyForcibly();
        throw new BenchFault("The emulated services '" + kind.fpga() + "' did not start.");
      }
      return new ServiceProcess(process, endpoints(line));
    } catch (IOException e) {
      process.destroyForcibly();
      throw new BenchFault("The emulated services ended while starting; try again.", e);
    }
  }

  private static List<ServiceEndpoint> endpoints(String line) {
    return Stream.of(line.substring(EmulatedMain.READY.length()).split(",", -1))
        .map(port -> new ServiceEndpoint(HOST, Integer.parseInt(port)))
        .toList();
  }

  private static ProcessBuilder command(String fpga, int count) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-Xmx256m");
    command.add("-XX:+UseSerialGC");
    command.add(EmulatedMain.class.getName());
    command.add(fpga);
    command.add(Integer.toString(count));
    ProcessBuilder builder = new ProcessBuilder(command);
    // through the environment: a class path of a hundred jars makes too long a command line
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return builder;
  }

  @Override
  public List<ServiceEndpoint> endpoints() {
    return endpoints;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy(); // the pipe is gone, so it cannot be asked that way
    }
    try {
      if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
