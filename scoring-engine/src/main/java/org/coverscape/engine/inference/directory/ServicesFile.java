package org.coverscape.engine.inference.directory;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coverscape.engine.inference.ServiceAddress;
import org.coverscape.engine.inference.ServiceSpec;

/**
 * A list of services, {@code services.json} or {@code services.yaml}: {@code services}, a list of
 * entries or of bare addresses, and {@code defaults}, the fields that entries leave out. A bare
 * list will do. The fields are described in docs/services.md. Immutable, thread-safe.
 */
public final class ServicesFile {
  private static final long LARGEST = 1 << 20;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final Path folder;
  private final Secrets secrets;

  /**
   * A list that is read when it is asked for.
   *
   * @param file JSON, or YAML where its name ends in .yaml or .yml
   * @param environment the variables that keys may name
   */
  public ServicesFile(Path file, Map<String, String> environment) {
    this.file = file;
    Path parent = file.toAbsolutePath().getParent();
    this.folder = parent == null ? file.toAbsolutePath() : parent;
    this.secrets = new Secrets(environment);
  }

  /**
   * Reads the list as it is now.
   *
   * @return at least one service
   * @throws IOException with one sentence when the file cannot be read
   * @throws IllegalArgumentException with one sentence that names file, entry and field
   */
  public List<ServiceSpec> read() throws IOException {
    return parse(bytes());
  }

  /** The file's bytes as they are now. */
  byte[] bytes() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "this list of services is not there; name a JSON or YAML file.");
    }
    if (Files.size(file) > LARGEST) {
      throw new EntryFault(file + " is too large for a list of services; name another file.");
    }
    return Files.readAllBytes(file);
  }

  /** Reads the list from bytes; see {@link #read}. */
  List<ServiceSpec> parse(byte[] bytes) {
    JsonNode root = tree(bytes);
    JsonNode defaults = root.path("defaults");
    JsonNode entries = root.isArray() ? root : root.path("services");
    if (root.isObject()) {
      root.fieldNames()
          .forEachRemaining(
              name -> {
                if (!name.equals("defaults") && !name.equals("services")) {
                  throw new EntryFault(
                      file + ": " + name + " is not a field here; use defaults and services.");
                }
              });
    }
    if (!defaults.isMissingNode() && !defaults.isNull() && !defaults.isObject()) {
      throw new EntryFault(file + ": defaults takes fields, such as protocol: v2.");
    }
    if (!entries.isArray() || entries.isEmpty()) {
      throw new EntryFault(
          file + " names no service; list at least one under services, such as localhost:8500.");
    }
    return specs(entries, defaults);
  }

  private List<ServiceSpec> specs(JsonNode entries, JsonNode defaults) {
    List<ServiceSpec> specs = new ArrayList<>();
    Set<ServiceAddress> seen = new HashSet<>();
    for (JsonNode entry : entries) {
      String where = file + ", entry " + (specs.size() + 1);
      ServiceSpec spec =
          new SpecReader(where, merged(where, entry, defaults), folder, secrets).read();
      if (!seen.add(spec.address())) {
        throw new EntryFault(where + ": " + spec.address() + " is named twice; name it once.");
      }
      specs.add(spec);
    }
    return List.copyOf(specs);
  }

  private static ObjectNode merged(String where, JsonNode entry, JsonNode defaults) {
    ObjectNode merged = JSON.createObjectNode();
    if (defaults.isObject()) {
      merged.setAll(((ObjectNode) defaults).deepCopy());
    }
    if (entry.isTextual()) {
      return merged.put("address", entry.asText());
    }
    if (!entry.isObject()) {
      throw new EntryFault(where + " is neither an address nor fields; write host:port.");
    }
    overlay(merged, (ObjectNode) entry);
    return merged;
  }

  /** Puts fields over others; what is inside {@code input} is put over one by one. */
  private static void overlay(ObjectNode below, ObjectNode above) {
    for (Map.Entry<String, JsonNode> field : above.properties()) {
      JsonNode lower = below.get(field.getKey());
      if (lower instanceof ObjectNode inner && field.getValue() instanceof ObjectNode over) {
        overlay(inner, over);
      } else {
        below.set(field.getKey(), field.getValue());
      }
    }
  }

  private JsonNode tree(byte[] bytes) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    try {
      return (yaml ? YAML : JSON).readTree(bytes);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new EntryFault(
          file
              + " is no "
              + (yaml ? "YAML" : "JSON")
              + (at == null || at.getLineNr() < 1 ? "" : ", see line " + at.getLineNr())
              + "; correct it.",
          e);
    } catch (IOException | RuntimeException e) {
      throw new EntryFault(file + " cannot be understood; correct it.", e);
    }
  }
}
