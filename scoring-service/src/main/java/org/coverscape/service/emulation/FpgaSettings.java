package org.coverscape.service.emulation;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How an emulated service behaves; see {@link FpgaSyntax} for its form as text.
 *
 * @param base what the device takes for each batch
 * @param perImage what it takes for each image of a batch besides; both zero is a device that takes
 *     no time
 * @param batch the most images it works on at once; 1 is a serial device
 * @param gather how long a batch waits for more images, from the moment its first one is ready
 * @param prepare what preprocessing on the CPU takes for each image, beside the device
 * @param lanes how many images are preprocessed at once; empty where nothing but the queue limits
 *     them
 * @param queue the most images the service holds, waiting or in work; more are refused
 * @param latency what the network adds to a call, half of it on the way there
 * @param faults what goes wrong, and how unevenly the device works
 * @param answers where the answers come from
 * @param seed the same seed draws the same jitter, errors and stalls
 */
public record FpgaSettings(
    Duration base,
    Duration perImage,
    int batch,
    Duration gather,
    Duration prepare,
    OptionalInt lanes,
    int queue,
    Duration latency,
    FpgaFaults faults,
    AnswerKind answers,
    long seed) {
  /** What Project Brainwave's ResNet-50 reached in 2018, in images a second. */
  static final double BRAINWAVE_RATE = 381;

  /** Where the answers come from. */
  public enum AnswerKind {
    /** {@link LoadAnswer}: a hash of the image's bytes. */
    LOAD,
    /** The network. */
    REAL
  }

  /** Checks that the numbers can be. */
  public FpgaSettings {
    for (Duration time : new Duration[] {base, perImage, gather, prepare, latency}) {
      FpgaFaults.require(!time.isNegative(), "A time cannot be negative.");
    }
    FpgaFaults.require(batch >= 1, "A batch holds at least 1 image.");
    FpgaFaults.require(lanes.orElse(1) >= 1, "At least 1 image must be prepared at once.");
    FpgaFaults.require(queue >= 1, "The queue must hold at least 1 image.");
  }

  /** A serial device of 381 images a second with 64 images in its queue and no faults. */
  public static FpgaSettings brainwave() {
    return FpgaSyntax.parse("");
  }

  /** The same for another seed. */
  public FpgaSettings withSeed(long other) {
    return new FpgaSettings(
        base, perImage, batch, gather, prepare, lanes, queue, latency, faults, answers, other);
  }
}
