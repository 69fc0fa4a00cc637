// A client nobody here wrote the library of: @grpc/grpc-js with the wire contracts read at run time.
// node client.js PROTO_FOLDER PORT KEY IMAGE.png — prints {way: [scores]} as JSON.
const fs = require('fs');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [protos, port, key, file] = process.argv.slice(2);
const options = {includeDirs: [protos], keepCase: true, longs: Number, enums: String, defaults: true};
const load = (name) => grpc.loadPackageDefinition(loader.loadSync(name, options));
const image = fs.readFileSync(file);
const address = '127.0.0.1:' + port;
const plain = grpc.credentials.createInsecure();
const serving = load('tensorflow_serving/apis/prediction_service.proto').tensorflow.serving;
const inference = load('inference/grpc_service.proto').inference;
const predict = new serving.PredictionService(address, plain);
const infer = new inference.GRPCInferenceService(address, plain);

function call(client, method, request) {
  const headers = new grpc.Metadata();
  headers.set('authorization', key);
  const deadline = {deadline: Date.now() + 30000};
  return new Promise((resolve, reject) =>
    client[method](request, headers, deadline, (e, answer) => (e ? reject(e) : resolve(answer))));
}

async function main() {
  const scores = {};
  const request = {inputs: {images: {dtype: 'DT_STRING', string_val: [image]}}};
  const answer = await call(predict, 'Predict', request);
  scores.predict = answer.outputs.output_alias.float_val;
  if (!(await call(infer, 'ServerReady', {})).ready) throw new Error('not ready');
  const model = await call(infer, 'ModelMetadata', {name: 'scores'});
  const input = {name: model.inputs[0].name, datatype: model.inputs[0].datatype, shape: [1]};
  const typed = await call(infer, 'ModelInfer',
    {model_name: 'scores', inputs: [{...input, contents: {bytes_contents: [image]}}]});
  scores.typed = typed.outputs[0].contents.fp32_contents;
  const length = Buffer.alloc(4);
  length.writeUInt32LE(image.length);
  const raw = await call(infer, 'ModelInfer', {
    model_name: 'scores', inputs: [input], raw_input_contents: [Buffer.concat([length, image])]});
  const bytes = raw.raw_output_contents[0];
  scores.raw = Array.from({length: bytes.length / 4}, (_, i) => bytes.readFloatLE(4 * i));
  console.log(JSON.stringify(scores));
}

main().then(() => process.exit(0), (e) => { console.error(e.message); process.exit(1); });
