package org.coverscape.engine.inference.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.coverscape.engine.inference.ChannelSecurity;
import org.coverscape.engine.inference.InputSpec.Contents;
import org.coverscape.engine.inference.InputSpec.Dtype;
import org.coverscape.engine.inference.InputSpec.Encoding;
import org.coverscape.engine.inference.InputSpec.Layout;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.engine.inference.ServiceProtocol;
import org.coverscape.engine.inference.ServiceSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicesFileTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("KEY", "s3cret");
  private static final String MARKS = "{}[]:,- \n'\"";
  private static final String FULL_YAML =
      """
      defaults:
        deadline: 10
        input: {dtype: fp32, layout: nchw}
      services:
        - localhost:8500
        - address: dns:///scoring.example:8001
          protocol: v2
          model: resnet50
          version: 1
          output: features
          head: heads/head.json
          ca: ca.pem
          server_name: scoring
          key: ${KEY}
          key_header: x-api-key
          batch: 8
          window: 16
          deadline: 2.5
          input:
            name: x
            encoding: tensor
            shape: [-1, 3, 224, 224]
            contents: typed
            mean: [123.68, 116.779, 103.939]
            std: [1, 2, 3]
            scale: 0.5
            order: bgr
      """;

  @TempDir Path folder;

  private List<ServiceSpec> read(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return new ServicesFile(file, ENVIRONMENT).read();
  }

  private String fault(String name, String text) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> read(name, text)).getMessage());
  }

  @Test
  void everyFieldIsReadAndDefaultsFillTheRest() throws IOException {
    List<ServiceSpec> specs = read("services.yaml", FULL_YAML);
    assertEquals(2, specs.size());
    ServiceSpec bare = specs.get(0);
    assertEquals("localhost:8500", bare.address().toString());
    assertEquals(ServiceProtocol.AUTO, bare.model().protocol());
    assertEquals(Duration.ofSeconds(10), bare.calls().deadline());
    assertEquals(Optional.of(Layout.NCHW), bare.input().layout());

    ServiceSpec full = specs.get(1);
    assertTrue(full.address().everyAddress());
    assertEquals("scoring.example:8001", full.endpoint().toString());
    assertEquals(ServiceProtocol.V2, full.model().protocol());
    assertEquals("resnet50", full.model().name());
    assertEquals("1", full.model().version());
    assertEquals("features", full.model().output());
    assertEquals(Optional.of(folder.resolve("heads/head.json")), full.model().head());
    assertEquals(
        folder.resolve("ca.pem"),
        assertInstanceOf(ChannelSecurity.OwnTrust.class, full.access().security()).certificates());
    assertEquals("scoring", full.access().serverName());
    assertEquals("s3cret", full.access().key());
    assertFalse(full.toString().contains("s3cret"));
    assertEquals("x-api-key", full.access().keyHeader());
    assertEquals(OptionalInt.of(8), full.calls().batch());
    assertEquals(OptionalInt.of(16), full.calls().window());
    assertEquals(Duration.ofMillis(2500), full.calls().deadline());
    assertEquals("x", full.input().name());
    assertEquals(Encoding.TENSOR, full.input().encoding());
    assertEquals(Optional.of(Dtype.FP32), full.input().dtype());
    assertEquals(List.of(-1L, 3L, 224L, 224L), full.input().shape());
    assertEquals(Optional.of(Contents.TYPED), full.input().contents());
    assertEquals(
        new Preprocessing(
            List.of(123.68f, 116.779f, 103.939f),
            List.of(1f, 2f, 3f),
            0.5f,
            Preprocessing.Order.BGR),
        full.input().preprocessing());
  }

  @Test
  void jsonAndABareListWillDo() throws IOException {
    List<ServiceSpec> specs =
        read("services.json", "[\"a:1\", {\"address\": \"[::1]:2\", \"tls\": true}]");
    assertEquals("a:1", specs.get(0).address().toString());
    assertEquals("[::1]:2", specs.get(1).address().toString());
    assertInstanceOf(ChannelSecurity.SystemTrust.class, specs.get(1).access().security());
  }

  @Test
  void theExamplesOfTheGuideAreTheSameList() throws IOException {
    String guide =
        Files.readString(Path.of(System.getProperty("coverscape.root"), "docs", "services.md"));
    Files.createDirectory(folder.resolve("keys"));
    Files.writeString(folder.resolve("keys/scoring.txt"), "s3cret");
    String yaml = example(guide, "yaml").replace("SCORING_KEY", "KEY");
    List<ServiceSpec> specs = read("services.yaml", yaml);
    assertEquals(2, specs.size());
    assertEquals(specs, read("services.json", example(guide, "json")));
  }

  private static String example(String guide, String language) {
    String fence = "```" + language + "\n";
    int start = guide.indexOf(fence) + fence.length();
    return guide.substring(start, guide.indexOf("```", start));
  }

  @Test
  void aKeyMayLieInAFileOfItsOwn() throws IOException {
    Files.writeString(folder.resolve("key.txt"), "abc\n");
    List<ServiceSpec> specs = read("s.json", "[{\"address\": \"a:1\", \"key_file\": \"key.txt\"}]");
    assertEquals("abc", specs.get(0).access().key());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- {address: a:1, protokol: v2} | entry 1: protokol is not a field here; use address,",
        "- a:1~- {address: b} | entry 2: address: 'b' is not a service; name it as host:port",
        "- {protocol: v2} | entry 1: address is missing; give host:port.",
        "- {address: a:1, protocol: v3} | protocol is 'v3'; use one of auto, predict, v2.",
        "- {address: a:1, batch: 0} | entry 1: batch takes a whole number from 1 to 1024.",
        "- {address: a:1, batch: 1.5} | batch takes a whole number",
        "- {address: a:1, deadline: -1} | deadline takes seconds",
        "- {address: a:1, deadline: soon} | deadline takes a number.",
        "- {address: a:1, tls: 7} | tls takes true or false.",
        "- {address: a:1, tls: false, ca: x.pem} | ca needs TLS",
        "- {address: a:1, key: '${NOPE}'} | entry 1: key: The variable NOPE is not set",
        "- {address: a:1, key_file: nope} | nope is no file that holds a key.",
        "- {address: a:1, key: 'a b'} | entry 1: The key holds a space",
        "- {address: a:1, key: a, key_file: b} | key_file",
        "- {address: a:1, key_header: 'grpc-x'} | is no header for a key",
        "- {address: a:1, version: 2} | A version without a model",
        "- {address: a:1, input: 7} | input takes fields of its own.",
        "- {address: a:1, input: {shap: [1]}} | entry 1: input.shap is not a field here",
        "- {address: a:1, input: {shape: [1.5]}} | input.shape takes a list of whole numbers.",
        "- {address: a:1, input: {shape: [0]}} | shape takes whole numbers above 0",
        "- {address: a:1, input: {mean: [1, 2]}} | mean takes three numbers",
        "- {address: a:1, input: {std: [1, 0, 1]}} | std takes three numbers that are not 0",
        "- {address: a:1, input: {encoding: png, order: bgr}} | apply to tensors",
        "- {address: a:1, input: {dtype: uint8, scale: 2}} | make fractions",
        "- a:1~- a:1 | entry 2: a:1 is named twice; name it once.",
        "- 7 | entry 1 is neither an address nor fields",
        "services: [] | names no service",
        "'services: [a:1]~other: 1' | other is not a field here; use defaults and services.",
        "'services: [a:1]~defaults: 1' | defaults takes fields",
        "'- [a:1' | is no YAML",
        "- {address: 'dns:///[::1]:1'} | holds an address, not a name",
        "- {address: 'http://a:1'} | is a web address",
      })
  void whatIsWrongIsSaidWithFileEntryAndField(String text, String words) {
    String message = fault("services.yaml", text.replace("~", "\n"));
    assertTrue(message.startsWith(folder.resolve("services.yaml").toString()), message);
    assertTrue(message.contains(words), message);
    assertTrue(message.endsWith(".") && !message.contains("\n"), message);
  }

  @Test
  void noDamageToAFileEscapesAsAnythingButASentence() {
    Random random = new Random(7);
    byte[] whole = FULL_YAML.getBytes(StandardCharsets.UTF_8);
    ServicesFile yaml = new ServicesFile(folder.resolve("services.yaml"), ENVIRONMENT);
    ServicesFile json = new ServicesFile(folder.resolve("services.json"), ENVIRONMENT);
    int refused = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = whole.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] =
            round % 2 == 0
                ? (byte) random.nextInt()
                : (byte) MARKS.charAt(random.nextInt(MARKS.length()));
      }
      byte[] cut = Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
      for (ServicesFile file : List.of(yaml, json)) {
        try {
          assertFalse(file.parse(cut).isEmpty());
        } catch (EntryFault e) {
          String message = String.valueOf(e.getMessage());
          assertTrue(message.startsWith(folder.toString()) && message.endsWith("."), message);
          refused++;
        }
      }
    }
    assertTrue(refused > 3000, refused + " refused");
  }

  @Test
  void aFileThatIsNotThereIsSaidSo() {
    Path missing = folder.resolve("none.json");
    assertThrows(IOException.class, () -> new ServicesFile(missing, Map.of()).read());
  }
}
