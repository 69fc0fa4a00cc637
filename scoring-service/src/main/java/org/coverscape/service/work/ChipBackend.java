package org.coverscape.service.work;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.coverscape.service.image.ChipSource;
import org.coverscape.service.image.ImageFault;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.ModelOutput;

/** What answers for chips behind the wire: a network, or the likeness of a device. Thread-safe. */
public interface ChipBackend extends AutoCloseable {
  /** Whose answers these are. */
  ModelIdentity identity();

  /** How many numbers it answers with for a chip; 0 where it has no such output. */
  int width(ModelOutput output);

  /** The most chips that can be asked for at once. */
  int capacity();

  /**
   * Takes all the chips of a request, or none. Never blocks the caller.
   *
   * @param unwanted may be asked before a chip is begun; once true, the rest may be cancelled
   * @return a future for each chip, in order, failing with an {@link ImageFault}, {@link
   *     ModelFault}, {@link Overload} or {@link DeviceFault}; dependent actions run on the
   *     backend's threads
   * @throws Overload when there is no room for them now, or the backend is closed
   */
  List<CompletableFuture<float[]>> answer(
      List<ChipSource> chips, ModelOutput output, BooleanSupplier unwanted) throws Overload;

  /** Takes no more chips, and frees everything it holds, its network among it. */
  @Override
  void close();
}
