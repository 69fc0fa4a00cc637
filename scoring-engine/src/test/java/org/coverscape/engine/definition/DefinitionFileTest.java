package org.coverscape.engine.definition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.coverscape.engine.classifier.Activation;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.classifier.DenseLayer;
import org.coverscape.engine.classifier.HeadFile;
import org.coverscape.engine.inference.InputSpec;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.engine.inference.ServiceAddress;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.landcover.LandCoverClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFileTest {
  private static final Preprocessing RESNET =
      Preprocessing.none()
          .withMean(List.of(123.68f, 116.779f, 103.939f))
          .withOrder(Preprocessing.Order.BGR);
  private static final String NETWORK =
      "{\"type\": \"brainwave\", \"model_ref\": \"net\", \"output_tensor_dims\": [6]}";

  @TempDir Path folder;

  private static ClassifierHead head(int features) {
    float[] weights = new float[features * 6];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % 7 - 3;
    }
    return new ClassifierHead(
        "net",
        LandCoverClass.ALL.stream().map(LandCoverClass::label).toList(),
        new DenseLayer(weights, new float[6], null, null),
        Activation.SOFTMAX,
        Map.of("trained", "by hand"));
  }

  private static ServiceDefinition definition() {
    return new ServiceDefinition(
        RESNET,
        false,
        new Featurizer("net:3", "features", "", List.of(1, 1, 4)),
        Optional.of(head(4)));
  }

  private Path zip(Map<String, byte[]> files) throws IOException {
    Path file = folder.resolve("definition.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private static byte[] json(String... stages) {
    String text =
        "{\"aml_runtime_version\": \"1.1\", \"pipeline\": [" + String.join(",", stages) + "]}";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void refused(String part, Map<String, byte[]> files) throws IOException {
    Path file = zip(files);
    sentence(part, assertThrows(Exception.class, () -> DefinitionFile.read(file)));
  }

  private void refused(String part, String... stages) throws IOException {
    refused(part, Map.of(DefinitionFile.DEFINITION, json(stages)));
  }

  private static void sentence(String part, Exception fault) {
    String text = String.valueOf(fault.getMessage());
    assertTrue(text.contains(part), text);
    assertTrue(text.endsWith("."), text);
    assertFalse(text.contains("Exception"), text);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = folder.resolve("out.zip");
    DefinitionFile.write(definition(), file);
    assertEquals(definition(), DefinitionFile.read(file));
    byte[] bytes = Files.readAllBytes(file);
    DefinitionFile.write(DefinitionFile.read(file), file);
    assertArrayEquals(bytes, Files.readAllBytes(file));
    try (var left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  /** What else changes answers: which of several results counts, and pixels that JPEG rounds. */
  @Test
  void theResultAndTheFormOfChipsAreKept() throws IOException {
    ServiceSpec open = ServiceSpec.of(ServiceAddress.parse("localhost:1"));
    ServiceSpec asked =
        open.withModel(model -> model.withModel("resnet50", "").withOutput("pool"))
            .withInput(input -> input.withEncoding(InputSpec.Encoding.JPEG));
    Path file = folder.resolve("out.zip");
    DefinitionFile.write(ServiceDefinition.of(asked, "resnet50:1", Optional.of(head(4))), file);
    ServiceDefinition read = DefinitionFile.read(file);
    assertEquals(asked, read.applied(open));
    assertEquals("mine", read.applied(open.withModel(m -> m.withOutput("mine"))).model().output());
    ServiceSpec png = open.withInput(input -> input.withEncoding(InputSpec.Encoding.PNG));
    sentence(
        "sends chips as JPEG files",
        assertThrows(IllegalArgumentException.class, () -> read.applied(png)));
    ServiceSpec jpeg = open.withInput(input -> input.withEncoding(InputSpec.Encoding.JPEG));
    sentence(
        "sends chips as they are",
        assertThrows(IllegalArgumentException.class, () -> definition().applied(jpeg)));
    refused(
        "encoding takes jpeg",
        "{\"type\": \"preprocessing\", \"pixels\": 224, \"metres_per_pixel\": 1,"
            + " \"encoding\": \"webp\"}",
        "{\"type\": \"brainwave\", \"model_ref\": \"net\", \"output_tensor_dims\": [6]}");
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("taken.zip/x"));
    Path parent = folder.resolve("taken.zip");
    sentence(
        "is a folder; name a file for --definition.",
        assertThrows(IOException.class, () -> DefinitionFile.write(definition(), parent)));
    assertTrue(Files.exists(taken));
    Path nowhere = folder.resolve("none/out.zip");
    sentence(
        "out.zip cannot be written because its folder does not exist",
        assertThrows(IOException.class, () -> DefinitionFile.write(definition(), nowhere)));
  }

  @Test
  void aServiceIsAskedAsTheDefinitionSays() {
    ServiceSpec open = ServiceSpec.of(ServiceAddress.parse("localhost:1"));
    ServiceSpec asked = definition().applied(open);
    assertEquals("features", asked.model().name());
    assertEquals(RESNET, asked.input().preprocessing());
    ServiceSpec named = open.withModel(model -> model.withModel("resnet", "2"));
    assertEquals("resnet", definition().applied(named).model().name());
    ServiceSpec other =
        open.withInput(input -> input.withPreprocessing(Preprocessing.none().withScale(2)));
    sentence(
        "in another way",
        assertThrows(IllegalArgumentException.class, () -> definition().applied(other)));
    String model = "net:3+head-" + head(4).fingerprint();
    assertEquals(definition(), ServiceDefinition.of(asked, model, Optional.of(head(4))));
    assertEquals(model, definition().model());
  }

  @Test
  void partsThatDoNotFitAreRefused() throws IOException {
    refused("'brainwave'", new String[0]);
    refused("more than one stage", NETWORK, NETWORK);
    refused("of the type 'keras'", NETWORK, "{\"type\": \"keras\"}");
    refused("no name", "{\"type\": \"brainwave\", \"output_tensor_dims\": [6]}");
    refused("output_tensor_dims", "{\"type\": \"brainwave\", \"model_ref\": \"net\"}");
    refused(
        "makes 128 numbers",
        "{\"type\": \"brainwave\", \"model_ref\": \"net\", \"output_tensor_dims\": [1, 1, 128]}");
    refused("another size", NETWORK, "{\"type\": \"preprocessing\", \"pixels\": 299}");
    refused(
        "mean takes three",
        NETWORK,
        "{\"type\": \"preprocessing\", \"pixels\": 224, \"metres_per_pixel\": 1, \"mean\": [1]}");
    String chips = "{\"type\": \"preprocessing\", \"pixels\": 224, \"metres_per_pixel\": 1, %s}";
    refused("mean takes three", NETWORK, chips.formatted("\"mean\": 123.68"));
    refused("mean takes three", NETWORK, chips.formatted("\"mean\": []"));
    refused("std takes three", NETWORK, chips.formatted("\"std\": [1, \"1\", 1]"));
    refused("scale takes a number", NETWORK, chips.formatted("\"scale\": \"1/255\""));
    refused("scale takes a number", NETWORK, chips.formatted("\"scale\": 0"));
    refused("order takes rgb or bgr", NETWORK, chips.formatted("\"order\": \"grb\""));
    refused(
        "no aml_runtime", Map.of(DefinitionFile.DEFINITION, "[]".getBytes(StandardCharsets.UTF_8)));
    refused("is not JSON", Map.of(DefinitionFile.DEFINITION, "{".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aHeadInItIsTheOneItNames() throws IOException {
    String network =
        "{\"type\": \"brainwave\", \"model_ref\": \"net\", \"output_tensor_dims\": [4]}";
    String stage = "{\"type\": \"head\", \"model_path\": \"h.json\", \"fingerprint\": \"%s\"}";
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(DefinitionFile.DEFINITION, json(network, stage.formatted("0000")));
    refused("There is no h.json", files);
    files.put("h.json", HeadFile.format(head(4)));
    refused("It names the head 0000", files);
    files.put(DefinitionFile.DEFINITION, json(network, stage.formatted(head(4).fingerprint())));
    assertEquals(Optional.of(head(4)), DefinitionFile.read(zip(files)).head());
    files.put("h.json", HeadFile.format(head(5)));
    files.put(DefinitionFile.DEFINITION, json(network, stage.formatted(head(5).fingerprint())));
    refused("takes 5 features", files);
    files.put(
        DefinitionFile.DEFINITION,
        json(network, "{\"type\": \"head\", \"model_path\": \"../h.json\"}"));
    refused("outside of it", files);
  }

  @Test
  void brainwavesOwnDefinitionsAreDescribed() throws IOException {
    String graph = "{\"type\": \"tensorflow\", \"model_path\": \"%s\", \"input_tensor\": \"x:0\"}";
    refused(
        "(the graph pre.pb, then the featurizer resnet50:1.1.6, then the graph head.pb)",
        graph.formatted("pre.pb"),
        "{\"type\": \"brainwave\", \"model_ref\": \"resnet50\", \"model_version\": \"1.1.6\","
            + " \"output_tensor_dims\": [1, 1, 2048]}",
        graph.formatted("head.pb"));
  }

  @Test
  void whatIsNoZipOrAnEvilOneIsRefused() throws IOException {
    byte[] fine = json(NETWORK);
    refused("outside of it", Map.of(DefinitionFile.DEFINITION, fine, "../../x", fine));
    refused("outside of it", Map.of(DefinitionFile.DEFINITION, fine, "/etc/x", fine));
    refused("outside of it", Map.of(DefinitionFile.DEFINITION, fine, "a\\..\\x", fine));
    refused("There is no service_def.json", Map.of("x/service_def.json", fine));
    byte[] bomb = new byte[3 << 20];
    Arrays.fill(bomb, (byte) ' ');
    refused("too large", Map.of(DefinitionFile.DEFINITION, bomb));
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 1001; i++) {
      many.put("f" + i, new byte[0]);
    }
    refused("more than 1000 files", many);
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip at all");
    Path gone = folder.resolve("gone.zip");
    sentence("sound zip", assertThrows(Exception.class, () -> DefinitionFile.read(text)));
    sentence("is not there", assertThrows(Exception.class, () -> DefinitionFile.read(gone)));
    byte[] whole = Files.readAllBytes(zip(Map.of(DefinitionFile.DEFINITION, fine)));
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 40));
    sentence("sound zip", assertThrows(Exception.class, () -> DefinitionFile.read(cut)));
  }
}
