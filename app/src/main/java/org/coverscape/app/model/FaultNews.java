package org.coverscape.app.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells of images that cannot be shown, each once, and offers to try again: a network that was away
 * may be back. What is over is taken back. To be asked every few seconds, on the screen's thread.
 */
public final class FaultNews {
  /** Looks without a fault after which it is over: images are tried again by themselves. */
  private static final int OVER = 4;

  /** Looks without a fault, about ten minutes, after which it would be news again. */
  private static final int FORGOTTEN = 200;

  private final Notices notices;
  private final Runnable again;
  private final Map<String, Integer> missed = new HashMap<>();
  private Set<String> meant = Set.of();
  private String shown = "";

  /**
   * Nothing was told yet.
   *
   * @param again tries again
   */
  public FaultNews(Notices notices, Runnable again) {
    this.notices = notices;
    this.again = again;
  }

  /** Takes what is wrong now, one sentence for each image. */
  public void look(List<String> faults) {
    Set<String> now = new HashSet<>(faults);
    missed.replaceAll((fault, looks) -> now.contains(fault) ? 0 : looks + 1);
    if (meant.stream().allMatch(fault -> missed.getOrDefault(fault, OVER) >= OVER)) {
      takeBack();
    }
    missed.values().removeIf(looks -> looks > FORGOTTEN);
    List<String> fresh =
        faults.stream().filter(fault -> missed.putIfAbsent(fault, 0) == null).toList();
    if (!fresh.isEmpty()) {
      tell(fresh.get(0), now);
    }
  }

  private void tell(String fault, Set<String> all) {
    String others =
        all.size() == 1
            ? ""
            : " " + Figures.count(all.size() - 1, "other image") + " cannot be shown either.";
    shown = fault + others;
    meant = all;
    notices.offer(shown, "Try again", this::tryAgain);
  }

  private void takeBack() {
    if (!shown.isEmpty()) {
      notices.withdraw(shown);
    }
    shown = "";
    meant = Set.of();
  }

  private void tryAgain() {
    missed.clear();
    meant = Set.of();
    shown = "";
    again.run();
  }
}
