package org.coverscape.engine.scoring;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.inference.InferenceService;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ClassScores;

/**
 * Answers at once by the colour of a chip; can be told to stop answering, or to be out of reach.
 */
final class ColourService implements InferenceService {
  final Queue<ChipIndex> asked = new ConcurrentLinkedQueue<>();
  private final AtomicInteger patience;
  private final Runnable exhausted;
  private final boolean faulty;
  private boolean mayBeLost;

  private ColourService(int answers, Runnable exhausted, boolean faulty) {
    patience = new AtomicInteger(answers);
    this.exhausted = exhausted;
    this.faulty = faulty;
  }

  static ColourService answering() {
    return new ColourService(Integer.MAX_VALUE, () -> {}, false);
  }

  /** Never answers after some chips, and tells when that point is reached. */
  static ColourService silentAfter(int answers, Runnable exhausted) {
    return new ColourService(answers, exhausted, false);
  }

  /** Refuses every chip for good. */
  static ColourService refusing() {
    return new ColourService(Integer.MAX_VALUE, () -> {}, true);
  }

  /** Answers some chips, and is out of reach from then on. */
  static ColourService lostAfter(int answers) {
    ColourService service = new ColourService(answers, () -> {}, false);
    service.mayBeLost = true;
    return service;
  }

  private boolean isLost() {
    return mayBeLost && patience.get() <= 0;
  }

  private static <T> CompletableFuture<T> nobody() {
    return CompletableFuture.failedFuture(
        new ServiceFault(ServiceFault.Kind.UNREACHABLE, "Nobody answers."));
  }

  static ClassScores answer(Chip chip) {
    float[] scores = new float[6];
    scores[Math.floorMod(java.util.Arrays.hashCode(chip.rgb()), 6)] = 0.8f;
    return ClassScores.of(scores);
  }

  @Override
  public ServiceEndpoint endpoint() {
    return new ServiceEndpoint("localhost", 8500);
  }

  @Override
  public CompletableFuture<String> probe() {
    return isLost() ? nobody() : CompletableFuture.completedFuture("colour:1");
  }

  @Override
  public CompletableFuture<List<ChipAnswer>> score(List<Chip> chips) {
    Chip chip = chips.get(0);
    asked.add(chip.index());
    if (faulty) {
      return CompletableFuture.failedFuture(
          new ServiceFault(ServiceFault.Kind.PERMANENT, "The service refuses the picture."));
    }
    int left = patience.getAndDecrement();
    if (left > 0) {
      return CompletableFuture.completedFuture(List.of(ChipAnswer.of(answer(chip))));
    }
    if (left == 0) {
      exhausted.run();
    }
    return mayBeLost ? nobody() : new CompletableFuture<>();
  }

  @Override
  public void close() {}
}
