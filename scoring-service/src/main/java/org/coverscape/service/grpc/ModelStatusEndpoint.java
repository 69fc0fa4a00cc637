package org.coverscape.service.grpc;

import io.grpc.stub.StreamObserver;
import org.coverscape.proto.serving.GetModelStatusRequest;
import org.coverscape.proto.serving.GetModelStatusResponse;
import org.coverscape.proto.serving.ModelServiceGrpc;
import org.coverscape.proto.serving.ModelVersionStatus;
import org.coverscape.proto.serving.StatusProto;
import org.coverscape.service.model.ModelIdentity;

/**
 * {@code tensorflow.serving.ModelService}: the model is available, for as long as anyone answers.
 */
public final class ModelStatusEndpoint extends ModelServiceGrpc.ModelServiceImplBase {
  private final ModelIdentity model;

  /** Speaks for one model. */
  public ModelStatusEndpoint(ModelIdentity model) {
    this.model = model;
  }

  @Override
  public void getModelStatus(
      GetModelStatusRequest request, StreamObserver<GetModelStatusResponse> observer) {
    observer.onNext(
        GetModelStatusResponse.newBuilder()
            .addModelVersionStatus(
                ModelVersionStatus.newBuilder()
                    .setVersion(model.version())
                    .setState(ModelVersionStatus.State.AVAILABLE)
                    .setStatus(StatusProto.getDefaultInstance()))
            .build());
    observer.onCompleted();
  }
}
