package org.coverscape.engine.export;

/**
 * What one service did in a run.
 *
 * @param endpoint {@code host:port}
 * @param chips chips it answered
 * @param retries chips that were asked again
 * @param failures requests it failed
 */
public record ServiceUse(String endpoint, long chips, long retries, long failures) {}
