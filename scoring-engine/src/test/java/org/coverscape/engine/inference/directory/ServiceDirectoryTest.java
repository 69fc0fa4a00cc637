package org.coverscape.engine.inference.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.inference.ServiceAddress;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ServiceDirectoryTest {
  @TempDir Path folder;

  private final Map<String, List<String>> names = new ConcurrentHashMap<>();
  private final Heard heard = new Heard();
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("services.yaml");
  }

  private List<String> lookup(String name) throws UnknownHostException {
    List<String> addresses = names.get(name);
    if (addresses == null) {
      throw new UnknownHostException(name);
    }
    return addresses;
  }

  private ServiceDirectory open(String text) throws IOException {
    Files.writeString(file, text);
    return ServiceDirectory.open(new ServicesFile(file, Map.of()), this::lookup);
  }

  private void edit(ServiceDirectory directory, String text) throws IOException {
    Files.writeString(file, text);
    directory.look(heard);
    directory.look(heard);
  }

  private static List<String> endpoints(ServiceDirectory directory) {
    return directory.services().stream().map(spec -> spec.endpoint().toString()).toList();
  }

  @Test
  void endpointsJoinAndLeaveWithTheFile() throws IOException {
    try (ServiceDirectory directory = open("[a:1, b:2]")) {
      assertEquals(List.of("a:1", "b:2"), endpoints(directory));
      edit(directory, "[b:2, c:3]");
      assertEquals(List.of("left a:1", "joined c:3"), heard.drain());
      assertEquals(List.of("b:2", "c:3"), endpoints(directory));
      edit(directory, "[{address: b:2, window: 3}, c:3]");
      assertEquals(List.of("left b:2", "joined b:2"), heard.drain());
      edit(directory, "[c:3, {address: b:2, window: 3}]");
      assertEquals(List.of(), heard.drain());
    }
  }

  @Test
  void aFileThatIsBeingWrittenIsNotTakenForAShorterList() throws IOException {
    try (ServiceDirectory directory = open("- a:1\n- b:2\n")) {
      Files.writeString(file, "- a:1\n");
      directory.look(heard);
      Files.writeString(file, "- a:1\n- b:2\n- c:3\n");
      directory.look(heard);
      assertEquals(List.of(), heard.drain());
      directory.look(heard);
      assertEquals(List.of("joined c:3"), heard.drain());
    }
  }

  @Test
  void aWrongFileChangesNothingAndIsSaidOnce() throws IOException {
    try (ServiceDirectory directory = open("[a:1]")) {
      edit(directory, "[a:1, {adress: b:2}]");
      directory.look(heard);
      directory.look(heard);
      assertEquals(List.of("a:1"), endpoints(directory));
      List<String> said = heard.drain();
      assertEquals(1, said.size(), said.toString());
      assertTrue(said.get(0).contains("entry 2: address is missing"), said.get(0));
      assertTrue(said.get(0).endsWith("The list before it still holds."), said.get(0));

      Files.delete(file);
      directory.look(heard);
      assertEquals(List.of(), heard.drain());
      directory.look(heard);
      directory.look(heard);
      assertEquals(1, heard.drain().size());

      edit(directory, "[b:2]");
      assertEquals(List.of("left a:1", "joined b:2"), heard.drain());
    }
  }

  @Test
  void aFileThatIsGoneForTheSecondTimeIsSaidAgain() throws IOException {
    try (ServiceDirectory directory = open("[a:1]")) {
      for (int i = 0; i < 2; i++) {
        Files.delete(file);
        directory.look(heard);
        directory.look(heard);
        assertEquals(1, heard.drain().size(), "time " + i);
        edit(directory, "[a:1]");
        assertEquals(List.of(), heard.drain());
      }
    }
  }

  @Test
  void aNameStandsForAllItsAddressesAndFollowsThem() throws IOException {
    names.put("scoring", List.of("10.0.0.1", "10.0.0.2"));
    try (ServiceDirectory directory = open("['dns:///scoring:8500', 10.0.0.2:8500]")) {
      assertEquals(List.of("10.0.0.1:8500", "10.0.0.2:8500"), endpoints(directory));
      ServiceSpec first = directory.services().get(0);
      assertEquals("scoring", first.access().serverName());
      names.put("scoring", List.of("10.0.0.2", "fd00::3"));
      directory.resolve(heard);
      assertEquals(List.of("left 10.0.0.1:8500", "joined [fd00::3]:8500"), heard.drain());

      names.remove("scoring");
      directory.resolve(heard);
      directory.resolve(heard);
      assertEquals(
          List.of("trouble No address is known now for scoring; check the name or the network."),
          heard.drain());
      assertEquals(List.of("10.0.0.2:8500", "[fd00::3]:8500"), endpoints(directory));
      names.put("scoring", List.of("10.0.0.2"));
      directory.resolve(heard);
      assertEquals(List.of("left [fd00::3]:8500"), heard.drain());
    }
  }

  @Test
  void aNameThatNobodyKnowsIsAFault() {
    List<ServiceSpec> specs = List.of(ServiceSpec.of(ServiceAddress.parse("dns:///nobody:8500")));
    ServiceFault fault =
        assertThrows(ServiceFault.class, () -> ServiceDirectory.of(specs, this::lookup));
    assertEquals(ServiceFault.Kind.UNREACHABLE, fault.kind());
    assertEquals(
        "No address is known for nobody; check the name or the network.", fault.getMessage());
  }

  @Test
  void aListNamesHostsAndNames() {
    try (ServiceDirectory directory = ServiceDirectory.of("10.1.1.1:1, 10.1.1.2:2")) {
      assertEquals(List.of("10.1.1.1:1", "10.1.1.2:2"), endpoints(directory));
    }
    assertThrows(IllegalArgumentException.class, () -> ServiceDirectory.of("a:1,a:1"));
    assertThrows(IllegalArgumentException.class, () -> ServiceDirectory.of("dns:///a"));
  }

  @Test
  void watchingFindsAnEditByItself() throws Exception {
    try (ServiceDirectory directory = open("[a:1]")) {
      directory.watch(heard);
      Files.writeString(file, "[a:1, b:2]");
      assertEquals("joined b:2", heard.events.poll(20, TimeUnit.SECONDS));
    }
  }

  private static final class Heard implements DirectoryListener {
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>(1000);

    List<String> drain() {
      List<String> all = new ArrayList<>();
      events.drainTo(all);
      return all;
    }

    @Override
    public void joined(ServiceSpec service) {
      events.add("joined " + service.endpoint());
    }

    @Override
    public void left(ServiceEndpoint service) {
      events.add("left " + service);
    }

    @Override
    public void trouble(String sentence) {
      events.add("trouble " + sentence);
    }
  }
}
