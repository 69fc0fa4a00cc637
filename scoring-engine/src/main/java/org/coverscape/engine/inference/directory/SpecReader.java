package org.coverscape.engine.inference.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.inference.CallSpec;
import org.coverscape.engine.inference.ChannelSecurity;
import org.coverscape.engine.inference.InputSpec;
import org.coverscape.engine.inference.InputSpec.Contents;
import org.coverscape.engine.inference.InputSpec.Dtype;
import org.coverscape.engine.inference.InputSpec.Encoding;
import org.coverscape.engine.inference.InputSpec.Layout;
import org.coverscape.engine.inference.ModelChoice;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.engine.inference.ServiceAccess;
import org.coverscape.engine.inference.ServiceAddress;
import org.coverscape.engine.inference.ServiceProtocol;
import org.coverscape.engine.inference.ServiceSpec;

/** Reads one entry of a list of services. */
final class SpecReader {
  private static final double LONGEST_SECONDS = 86_400;
  private static final List<String> FIELDS =
      List.of(
          "address",
          "protocol",
          "model",
          "version",
          "output",
          "head",
          "definition",
          "tls",
          "ca",
          "server_name",
          "key",
          "key_file",
          "key_header",
          "input",
          "batch",
          "window",
          "deadline");
  private static final List<String> INPUT_FIELDS =
      List.of(
          "name",
          "encoding",
          "dtype",
          "layout",
          "shape",
          "contents",
          "mean",
          "std",
          "scale",
          "order");

  private final Fields fields;
  private final Path folder;
  private final Secrets secrets;

  /**
   * A reader of an entry.
   *
   * @param where file and entry, in words
   * @param folder against which paths are taken
   */
  SpecReader(String where, ObjectNode entry, Path folder, Secrets secrets) {
    this.fields = new Fields(where, entry);
    this.folder = folder;
    this.secrets = secrets;
  }

  /**
   * The entry.
   *
   * @throws IllegalArgumentException with one sentence that names file, entry and field
   */
  ServiceSpec read() {
    return fields.located(
        () -> {
          ServiceAddress address =
              fields
                  .made("address", ServiceAddress::parse)
                  .orElseThrow(() -> fields.fault("address", "is missing; give host:port"));
          ServiceSpec spec =
              new ServiceSpec(address, access(), model(), input(fields.inner("input")), calls());
          fields.checkAllRead(FIELDS);
          return spec;
        });
  }

  private ModelChoice model() {
    return new ModelChoice(
        fields.word("protocol", ServiceProtocol.class).orElse(ServiceProtocol.AUTO),
        fields.text("model").orElse(""),
        fields.text("version").orElse(""),
        fields.text("output").orElse(""),
        fields.made("head", this::path),
        fields.made("definition", this::path));
  }

  private ServiceAccess access() {
    ServiceAccess open = ServiceAccess.open();
    return new ServiceAccess(
        security(),
        key().orElse(open.key()),
        fields.text("key_header").orElse(open.keyHeader()),
        fields.text("server_name").orElse(open.serverName()));
  }

  private ChannelSecurity security() {
    Optional<Path> ca = fields.made("ca", this::path);
    boolean tls = fields.flag("tls").orElse(ca.isPresent());
    if (ca.isPresent() && !tls) {
      throw fields.fault("ca", "needs TLS; set tls to true or leave it out");
    }
    return ca.<ChannelSecurity>map(ChannelSecurity.OwnTrust::new)
        .orElse(tls ? new ChannelSecurity.SystemTrust() : new ChannelSecurity.Plain());
  }

  private Optional<String> key() {
    Optional<String> key = fields.made("key", secrets::filled);
    Optional<String> fromFile = fields.made("key_file", file -> secrets.firstLine(path(file)));
    if (key.isPresent() && fromFile.isPresent()) {
      throw fields.fault("key_file", "and key exclude each other; keep one");
    }
    return key.or(() -> fromFile);
  }

  private CallSpec calls() {
    CallSpec defaults = CallSpec.defaults();
    return new CallSpec(
        fields.whole("batch", 1, CallSpec.MOST),
        fields.whole("window", 1, CallSpec.MOST),
        fields.number("deadline").map(this::seconds).orElse(defaults.deadline()),
        defaults.connectTimeout());
  }

  private Duration seconds(double value) {
    if (!(value >= 0.001 && value <= LONGEST_SECONDS)) {
      throw fields.fault("deadline", "takes seconds, from 0.001 to 86400");
    }
    return Duration.ofMillis(Math.round(value * 1000));
  }

  private static InputSpec input(Fields input) {
    InputSpec open = InputSpec.open();
    InputSpec read =
        new InputSpec(
            input.text("name").orElse(open.name()),
            input.word("encoding", Encoding.class).orElse(open.encoding()),
            input.word("dtype", Dtype.class),
            input.word("layout", Layout.class),
            input.wholes("shape").orElse(open.shape()),
            input.word("contents", Contents.class),
            preprocessing(input));
    input.checkAllRead(INPUT_FIELDS);
    return read;
  }

  private static Preprocessing preprocessing(Fields input) {
    Preprocessing none = Preprocessing.none();
    return new Preprocessing(
        input.floats("mean").orElse(none.mean()),
        input.floats("std").orElse(none.std()),
        input.number("scale").map(Double::floatValue).orElse(none.scale()),
        input.word("order", Preprocessing.Order.class).orElse(none.order()));
  }

  private Path path(String text) {
    try {
      return folder.resolve(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is no path.", e);
    }
  }
}
