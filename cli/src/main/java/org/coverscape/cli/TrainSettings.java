package org.coverscape.cli;

import java.nio.file.Path;
import org.coverscape.engine.training.Preset;

/**
 * How a head is to be made.
 *
 * @param preset how it is trained
 * @param seed of everything that is drawn by chance
 * @param perClass chips of a class at most
 * @param out the head's file
 * @param cache the folder of the features
 */
record TrainSettings(Preset preset, long seed, int perClass, Path out, Path cache) {}
