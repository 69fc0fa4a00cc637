/**
 * A discrete-event model of a scoring run on many machines: storage, cores, network, services. It
 * imitates the pipeline of the engine and shares no code with it. {@code docs/scale.md} says what
 * it is fed with and what it cannot know. All of it is deterministic: the same scenario gives the
 * same figures to the last digit.
 *
 * <p>Times are seconds, sizes bytes, rates per second. Nothing here is thread-safe, and nothing
 * needs to be.
 */
@NullMarked
package org.coverscape.cli.scale;

import org.jspecify.annotations.NullMarked;
