package org.coverscape.service.emulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.image.EncodedChip;
import org.coverscape.service.model.ModelOutput;
import org.coverscape.service.work.DeviceFault;
import org.coverscape.service.work.Overload;

/** A device on a clock of its own, and notes of when it answered which call. */
final class Lab {
  /** Not zero, and negative as {@link System#nanoTime} may be. */
  private static final long START = -5_000_000_000L;

  final ManualTimer timer = new ManualTimer(START);
  private final FpgaBackend device;
  private final List<String> notes = new ArrayList<>();
  private int calls;

  Lab(String settings) {
    device = new FpgaBackend(FpgaSyntax.parse(settings), timer, Optional.empty());
  }

  /** Calls for some images; the end of the n-th call is noted as {@code n@milliseconds}. */
  void call(int images) {
    int number = calls++;
    List<ChipSource> chips = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      chips.add(chip(number * 1000 + i));
    }
    try {
      List<CompletableFuture<float[]>> answers =
          device.answer(chips, ModelOutput.SCORES, () -> false);
      var unused =
          CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
              .whenComplete((done, failed) -> note(number, answers, chips));
    } catch (Overload e) {
      notes.add(number + " refused");
    }
  }

  static ChipSource chip(int seed) {
    return new EncodedChip(ByteString.copyFromUtf8("image " + seed));
  }

  private void note(int number, List<CompletableFuture<float[]>> answers, List<ChipSource> chips) {
    String at = number + "@" + millis();
    for (int i = 0; i < answers.size(); i++) {
      try {
        if (!Arrays.equals(LoadAnswer.scores(chips.get(i).received()), answers.get(i).join())) {
          notes.add(at + " mixed up");
          return;
        }
      } catch (CompletionException e) {
        notes.add(at + (e.getCause() instanceof DeviceFault fault ? " " + fault.kind() : " full"));
        return;
      }
    }
    notes.add(at);
  }

  private String millis() {
    double millis = Math.round((timer.now() - START) / 1e4) / 100.0;
    return millis == Math.rint(millis) ? Long.toString((long) millis) : Double.toString(millis);
  }

  /** What was noted since the last time. */
  List<String> notes() {
    List<String> since = List.copyOf(notes);
    notes.clear();
    return since;
  }
}
