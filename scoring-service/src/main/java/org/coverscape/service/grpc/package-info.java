/** The wire contract: TensorFlow Serving's Predict, as Project Brainwave spoke it. */
@NullMarked
package org.coverscape.service.grpc;

import org.jspecify.annotations.NullMarked;
