package org.coverscape.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@link WebSettings} from a JSON file, the form of which is in docs/imagery.md. Keys
 * themselves do not stand in it, only where they lie.
 */
public final class WebSettingsFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern HEADER = Pattern.compile("[\\p{Alnum}._-]+");
  private static final int MOST_BYTES = 1 << 20;
  private static final Set<String> TOP =
      Set.of("hosts", "sas_endpoint", "sas_hosts", "patience_seconds");
  private static final Set<String> OF_HOST =
      Set.of("host", "as", "key", "key_file", "header", "user");

  private final Path file;
  private final Map<String, String> environment;

  private WebSettingsFile(Path file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  /**
   * Reads a file.
   *
   * @param environment holds the keys that the file refers to
   * @throws IOException with one plain sentence when it cannot be used
   */
  public static WebSettings read(Path file, Map<String, String> environment) throws IOException {
    return new WebSettingsFile(file, environment).settings();
  }

  private WebSettings settings() throws IOException {
    JsonNode root = parse();
    check(root, TOP);
    List<HostAccess> hosts = new ArrayList<>();
    for (JsonNode host : root.path("hosts")) {
      hosts.add(host(host));
    }
    WebSettings usual = WebSettings.DEFAULT;
    Duration patience =
        Duration.ofSeconds(root.path("patience_seconds").asLong(usual.patience().toSeconds()));
    return usual
        .withTimes(usual.answer(), usual.idle(), patience)
        .withHosts(hosts)
        .withSigning(signing(root));
  }

  private JsonNode parse() throws IOException {
    try {
      if (Files.size(file) <= MOST_BYTES) {
        return JSON.readTree(Files.readAllBytes(file));
      }
    } catch (JsonProcessingException e) {
      throw fault("it is no JSON; check its brackets and quotes", e);
    } catch (IOException e) {
      throw fault("it cannot be read; check that it is there", e);
    }
    throw fault("it is too large; name another file", null);
  }

  private void check(JsonNode node, Set<String> known) throws IOException {
    if (!node.isObject()) {
      throw fault("it holds something else where a { } is wanted; see docs/imagery.md", null);
    }
    for (var names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw fault("it knows no '" + name + "'; see docs/imagery.md", null);
      }
    }
  }

  private HostAccess host(JsonNode node) throws IOException {
    check(node, OF_HOST);
    try {
      return new HostAccess(node.path("host").asText(), credential(node));
    } catch (IllegalArgumentException e) {
      throw fault(String.valueOf(e.getMessage()), e);
    }
  }

  private Credential credential(JsonNode node) throws IOException {
    Secret secret = secret(node);
    String kind = node.path("as").asText("bearer");
    return switch (kind) {
      case "bearer" -> new Credential.Bearer(secret);
      case "header" -> new Credential.Header(header(node), secret);
      case "basic" -> new Credential.Basic(node.path("user").asText(), secret);
      case "query" -> new Credential.Query(secret);
      default -> throw fault("'as' is bearer, header, basic or query, not '" + kind + "'", null);
    };
  }

  private String header(JsonNode node) throws IOException {
    String name = node.path("header").asText();
    if (!HEADER.matcher(name).matches()) {
      throw fault("'" + name + "' is no header; name one such as X-Api-Key", null);
    }
    return name;
  }

  /** A key that stands in the file itself would end up in copies of it. */
  private Secret secret(JsonNode node) throws IOException {
    if (node.has("key_file")) {
      Path path = Path.of(node.path("key_file").asText());
      return new Secret.InFile(file.toAbsolutePath().resolveSibling(path));
    }
    Matcher variable = VARIABLE.matcher(node.path("key").asText());
    if (!variable.matches()) {
      throw fault("'key' names a variable, as in ${MY_KEY}; or use key_file", null);
    }
    return new Secret.InEnvironment(variable.group(1), environment);
  }

  private SasEndpoint signing(JsonNode root) throws IOException {
    SasEndpoint usual = SasEndpoint.PLANETARY_COMPUTER;
    List<String> hosts = new ArrayList<>();
    root.path("sas_hosts").forEach(host -> hosts.add(host.asText()));
    try {
      return new SasEndpoint(
          URI.create(root.path("sas_endpoint").asText(usual.endpoint().toString())),
          root.has("sas_hosts") ? hosts : usual.hosts());
    } catch (IllegalArgumentException e) {
      throw fault("sas_endpoint is no address; write it as https://…", e);
    }
  }

  private IOException fault(String what, @org.jspecify.annotations.Nullable Throwable cause) {
    String end = what.endsWith(".") ? "" : ".";
    return new IOException("The web settings " + file + ": " + what + end, cause);
  }
}
