package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.inference.InferenceService;
import org.coverscape.engine.inference.PoolSettings;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServicePool;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ClassScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Chips through a made-up service into the cache. */
@Timeout(60)
class FeatureExtractionTest {
  @TempDir Path folder;

  private final FeatureDesk desk = new FeatureDesk();
  private final AtomicInteger asked = new AtomicInteger();

  /** Answers with the row, the column and the first pixel. */
  private final class Featurizer implements InferenceService {
    @Override
    public ServiceEndpoint endpoint() {
      return new ServiceEndpoint("featurizer", 8500);
    }

    @Override
    public CompletableFuture<String> probe() {
      return CompletableFuture.completedFuture("net:1");
    }

    @Override
    public CompletableFuture<List<ChipAnswer>> score(List<Chip> chips) {
      for (Chip chip : chips) {
        asked.incrementAndGet();
        float[] row = {chip.index().row(), chip.index().col(), chip.rgb()[0]};
        desk.features(chip, row);
        desk.features(chip, row);
      }
      return CompletableFuture.completedFuture(
          chips.stream().map(c -> ChipAnswer.of(ClassScores.of(0, 0, 0, 0, 0, 0))).toList());
    }

    @Override
    public void close() {}
  }

  /** Chips in a row; column 3 has no imagery, column 5 cannot be read. */
  private static final class Row implements ChipSupply {
    @Override
    public long size() {
      return 8;
    }

    @Override
    public void candidates(Consumer<LabelledChip> each, Runnable step) {
      for (int col = 0; col < 8; col++) {
        each.accept(Blobs.chip(1, col, col % 2));
      }
    }

    @Override
    public String fingerprint(LabelledChip chip) {
      return "image 1 " + chip.index();
    }

    @Override
    public void supply(Collection<LabelledChip> wanted, Sink sink) throws InterruptedException {
      for (LabelledChip labelled : wanted) {
        int col = labelled.index().col();
        if (sink.refusal().isPresent()) {
          sink.missing(labelled, true, sink.refusal().get());
        } else if (col == 3 || col == 5) {
          sink.missing(labelled, col == 5, "It is damaged.");
        } else {
          byte[] pixels = new byte[Chip.BYTES];
          pixels[0] = (byte) (10 * col);
          sink.chip(labelled, new Chip(labelled.index(), pixels, 1, List.of()));
        }
      }
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public String whyNone() {
      return "";
    }
  }

  private FeatureExtraction.Result run(List<LabelledChip> chips, FeatureCache cache)
      throws IOException, InterruptedException {
    try (ServicePool pool = new ServicePool(List.of(new Featurizer()), PoolSettings.defaults())) {
      pool.connect();
      return new FeatureExtraction(pool, desk, cache, () -> {}).run(new Row(), chips);
    }
  }

  private static List<LabelledChip> chips() {
    List<LabelledChip> chips = new ArrayList<>();
    new Row().candidates(chips::add, () -> {});
    return chips;
  }

  @Test
  void rowsAreThoseOfTheirChips() throws IOException, InterruptedException {
    try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
      FeatureExtraction.Result result = run(chips(), cache);
      assertEquals(6, result.chips().size());
      assertEquals(1, result.without());
      assertEquals(List.of("It is damaged."), List.copyOf(result.faults().values()));
      FeatureRows rows = cache.rows(result.keys());
      float[] row = new float[3];
      rows.copy(5, row);
      assertArrayEquals(new float[] {1, 7, 70}, row);
    }
  }

  @Test
  void afterAFailedWriteNoMoreIsSent() throws IOException, InterruptedException {
    List<LabelledChip> many = new ArrayList<>();
    for (int col = 10; col < 2000; col++) {
      many.add(Blobs.chip(1, col, col % 2));
    }
    try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
      cache.put("rows of another length", new float[] {1});
      String said = assertThrows(IOException.class, () -> run(many, cache)).getMessage() + "";
      assertTrue(said.contains("3 features"), said);
    }
    assertTrue(asked.get() < 1000, "asked for " + asked);
  }

  @Test
  void whatIsKnownIsNotAskedAgain() throws IOException, InterruptedException {
    try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
      run(chips().subList(0, 3), cache);
    }
    assertEquals(3, asked.get());
    try (FeatureCache cache = FeatureCache.open(folder, "net:1")) {
      assertEquals(3, FeatureExtraction.known(new Row(), chips(), cache));
      assertEquals(6, run(chips(), cache).chips().size());
    }
    assertEquals(6, asked.get());
  }
}
