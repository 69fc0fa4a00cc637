"""A client that behaves as Project Brainwave's Python client did in 2018, over Google's own gRPC.

python3 client.py PROTO_FOLDER PORT KEY IMAGE.png - prints {way: [scores]} as JSON.

One image a call; images as DT_STRING with a deadline of 10 s, or as DT_FLOAT in float_val with one of
30 s; the raw key as header authorization; five tries; a new channel after two idle minutes; answers
read from float_val of output_alias.
"""
import json
import pathlib
import sys
import tempfile
import time

import grpc
import grpc_tools
from grpc_tools import protoc

protos, port, key, image = sys.argv[1:]
stubs = tempfile.TemporaryDirectory()
names = [str(p.relative_to(protos)) for p in pathlib.Path(protos).rglob("*.proto")]
own = str(pathlib.Path(grpc_tools.__file__).parent / "_proto")
if protoc.main(["protoc", "-I" + protos, "-I" + own, "--python_out=" + stubs.name,
                "--grpc_python_out=" + stubs.name] + names) != 0:
    sys.exit("the contracts do not compile")
sys.path.insert(0, stubs.name)
from inference import grpc_service_pb2, grpc_service_pb2_grpc
from tensorflow.core.framework import types_pb2
from tensorflow_serving.apis import predict_pb2, prediction_service_pb2_grpc

METADATA = [("authorization", key)]


class PredictionClient:
    idle_seconds = 120

    def __init__(self, address):
        self.address, self.channel, self.last, self.built = address, None, 0, 0

    def stub(self):
        if time.time() - self.last > self.idle_seconds:
            if self.channel is not None:
                self.channel.close()
            self.channel = grpc.insecure_channel(self.address)
            self.built += 1
        self.last = time.time()
        return prediction_service_pb2_grpc.PredictionServiceStub(self.channel)

    def predict(self, request, deadline):
        for attempt in range(5):
            try:
                answer = self.stub().Predict(request, deadline, metadata=METADATA)
                break
            except grpc.RpcError:
                if attempt == 4:
                    raise
                time.sleep(2 ** attempt)
        return list(answer.outputs["output_alias"].float_val)

    def score_image(self, file):
        request = predict_pb2.PredictRequest()
        tensor = request.inputs["images"]
        tensor.dtype = types_pb2.DT_STRING
        tensor.string_val.append(file)
        tensor.tensor_shape.dim.add(size=1)
        return self.predict(request, 10)

    def score_array(self, shape, values):
        request = predict_pb2.PredictRequest()
        tensor = request.inputs["images"]
        tensor.dtype = types_pb2.DT_FLOAT
        for size in shape:
            tensor.tensor_shape.dim.add(size=size)
        tensor.float_val.extend(values)
        return self.predict(request, 30)


def infer(address, file):
    stub = grpc_service_pb2_grpc.GRPCInferenceServiceStub(grpc.insecure_channel(address))
    request = grpc_service_pb2.ModelInferRequest(model_name="scores")
    tensor = request.inputs.add(name="images", datatype="BYTES", shape=[1])
    tensor.contents.bytes_contents.append(file)
    answer = stub.ModelInfer(request, 30, metadata=METADATA)
    return list(answer.outputs[0].contents.fp32_contents)


address = "127.0.0.1:" + port
file = pathlib.Path(image).read_bytes()
client = PredictionClient(address)
scores = {"predict": client.score_image(file)}
client.last -= 180
scores["again"] = client.score_image(file)
if client.built != 2:
    sys.exit("the channel was not built again")
# the picture of the test: every sample of column x is x
scores["floats"] = client.score_array([1, 224, 224, 3], [float(i // 3 % 224) for i in range(224 * 224 * 3)])
scores["typed"] = infer(address, file)
print(json.dumps(scores))
