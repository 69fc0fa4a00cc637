package org.coverscape.engine.inference.directory;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Finds the addresses that a name stands for. */
@FunctionalInterface
public interface NameLookup {
  /**
   * All addresses of a name, as numbers.
   *
   * @throws UnknownHostException when it stands for none
   */
  List<String> addresses(String name) throws UnknownHostException;

  /** As the system resolves names; blocks. */
  static NameLookup system() {
    return name ->
        Arrays.stream(InetAddress.getAllByName(name))
            .map(InetAddress::getHostAddress)
            .distinct()
            .sorted()
            .toList();
  }
}
