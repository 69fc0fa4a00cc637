package org.coverscape.engine.inference.grpc;

import java.util.List;
import org.coverscape.engine.landcover.ChipAnswer;

/**
 * What came back from a call.
 *
 * @param model what the service called its model: {@code name:version}, {@code name}, or empty
 * @param answers one for each chip, in their order
 * @param features one row for each chip where features were wanted, else empty
 */
record Answer(String model, List<ChipAnswer> answers, List<float[]> features) {}
