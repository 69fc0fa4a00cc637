package org.coverscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coverscape.engine.inference.InputSpec;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.engine.inference.ServiceAddress;
import org.coverscape.engine.inference.ServiceSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureIdentityTest {
  private static final ServiceSpec PLAIN = ServiceSpec.of(ServiceAddress.parse("one:8500"));
  private static final ServiceSpec OTHER = ServiceSpec.of(ServiceAddress.parse("two:8500"));

  @TempDir Path folder;

  private static ServiceSpec prepared(Preprocessing steps) {
    return PLAIN.withInput(input -> input.withPreprocessing(steps));
  }

  private static String of(ServiceSpec... asked) throws IOException {
    return FeatureIdentity.of("net:1", List.of(asked));
  }

  @Test
  void theModelsNameIsEnoughWhereNothingElseIsAsked() throws IOException {
    assertEquals("net:1", of());
    assertEquals("net:1", of(PLAIN, OTHER));
    assertEquals("net:1", of(ServiceSpec.bundled(PLAIN.endpoint())));
    assertEquals("net:1", of(PLAIN.withInput(i -> i.withEncoding(InputSpec.Encoding.PNG))));
    assertEquals("net:1", of(PLAIN.withModel(m -> m.withModel("features", ""))));
  }

  @Test
  void whateverChangesTheFeaturesIsPartOfIt() throws IOException {
    Preprocessing none = Preprocessing.none();
    Path definition = Files.writeString(folder.resolve("d.zip"), "one");
    Set<String> all = new HashSet<>();
    all.add(of());
    all.add(of(prepared(none.withMean(List.of(1f, 2f, 3f)))));
    all.add(of(prepared(none.withStd(List.of(1f, 2f, 3f)))));
    all.add(of(prepared(none.withScale(1 / 255f))));
    all.add(of(prepared(none.withOrder(Preprocessing.Order.BGR))));
    all.add(of(PLAIN.withInput(i -> i.withEncoding(InputSpec.Encoding.JPEG))));
    all.add(of(PLAIN.withInput(i -> i.withName("chip"))));
    all.add(of(PLAIN.withModel(m -> m.withOutput("pool5"))));
    all.add(of(PLAIN.withModel(m -> m.withDefinition(definition))));
    Files.writeString(definition, "two");
    all.add(of(PLAIN.withModel(m -> m.withDefinition(definition))));
    all.add(of(PLAIN, prepared(none.withScale(2))));
    all.add(of(prepared(none.withScale(2))));
    assertEquals(12, all.size(), all::toString);
    assertEquals(of(PLAIN, prepared(none.withScale(2))), of(prepared(none.withScale(2)), OTHER));
  }

  @Test
  void servicesThatTellNoNameAreToldApart() throws IOException {
    assertEquals("unnamed", FeatureIdentity.of("unnamed", List.of()));
    assertNotEquals(
        FeatureIdentity.of("unnamed", List.of(PLAIN)),
        FeatureIdentity.of("unnamed", List.of(OTHER)));
  }
}
