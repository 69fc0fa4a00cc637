package org.coverscape.engine.project;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A job of a project; its journal lies in its folder.
 *
 * @param folder where it is kept
 * @param name what the user calls it
 * @param created when it was begun
 * @param state how it stood when the project was saved, such as {@code finished}
 */
public record ProjectJob(Path folder, String name, Instant created, String state) {}
