package org.coverscape.benchmarks.path;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.inference.ServiceEndpoint;

/**
 * Measures tile file → chip → encode → gRPC → result → journal against echo services in JVMs of
 * their own: images per second of this process's CPU time.
 *
 * <p>Usage: {@code FullPath FOLDER [TILES=all] [ROUNDS=3] [SERVICES=1]}. A first round, which is
 * not printed, lets the compiler do its work.
 */
public final class FullPath {
  private FullPath() {}

  /** See above. */
  public static void main(String[] args) throws Exception {
    TileFolder folder = TileFolder.read(Path.of(args[0])).first(number(args, 1, Integer.MAX_VALUE));
    List<EchoProcess> echoes = new ArrayList<>();
    try {
      for (int i = 0; i < number(args, 3, 1); i++) {
        echoes.add(EchoProcess.start());
      }
      List<ServiceEndpoint> endpoints = echoes.stream().map(EchoProcess::endpoint).toList();
      PathRun run = new PathRun(endpoints, HeapPeak.listening());
      run.over(folder);
      System.out.println(PathResult.heading());
      for (int round = 0; round < number(args, 2, 3); round++) {
        System.out.println(run.over(folder).line());
      }
    } finally {
      echoes.forEach(EchoProcess::close);
    }
  }

  private static int number(String[] args, int place, int otherwise) {
    return args.length > place ? Integer.parseInt(args[place]) : otherwise;
  }
}
