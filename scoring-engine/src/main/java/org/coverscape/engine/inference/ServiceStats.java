package org.coverscape.engine.inference;

import java.time.Duration;

/**
 * What a {@link ServicePool} knows of one service at one moment. Each call ends as one of chips,
 * retries and failures, or was cancelled.
 *
 * @param endpoint where it listens
 * @param chips chips it scored
 * @param retries its failed calls whose chip got another try, here or elsewhere
 * @param failures its failed calls whose chip was left unscored
 * @param inFlight chips on their way to it
 * @param state where it stands
 * @param meanLatency from the sending of a chip to its scores, over all it scored; zero before the
 *     first
 * @param lastFault one sentence about what last went wrong; empty when nothing did
 */
public record ServiceStats(
    ServiceEndpoint endpoint,
    long chips,
    long retries,
    long failures,
    int inFlight,
    ServiceState state,
    Duration meanLatency,
    String lastFault) {}
