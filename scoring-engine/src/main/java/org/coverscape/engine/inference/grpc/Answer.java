package org.coverscape.engine.inference.grpc;

import java.util.List;
import org.coverscape.engine.landcover.ClassScores;

/**
 * What came back from a call.
 *
 * @param model what the service called its model: {@code name:version}, {@code name}, or empty
 * @param scores one for each chip, in their order
 */
record Answer(String model, List<ClassScores> scores) {}
