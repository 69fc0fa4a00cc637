/**
 * The wire contracts: TensorFlow Serving's Predict, as Project Brainwave spoke it, and the Open
 * Inference Protocol v2, as KServe defines it.
 */
@NullMarked
package org.coverscape.service.grpc;

import org.jspecify.annotations.NullMarked;
