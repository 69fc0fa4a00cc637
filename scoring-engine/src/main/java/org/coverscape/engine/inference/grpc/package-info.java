/** The wire: services reached over gRPC. */
@NullMarked
package org.coverscape.engine.inference.grpc;

import org.jspecify.annotations.NullMarked;
