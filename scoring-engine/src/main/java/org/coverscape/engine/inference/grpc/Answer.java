package org.coverscape.engine.inference.grpc;

import java.util.List;
import org.coverscape.engine.landcover.ClassScores;

/**
 * What came back from a call.
 *
 * @param model what the service called its model: {@code name:version}, {@code name}, or empty
 * @param scores one for each chip, in their order
 * @param features one row for each chip where features were wanted, else empty
 */
record Answer(String model, List<ClassScores> scores, List<float[]> features) {}
