"""Writes the trained network as one ONNX file: preprocessing inside, batch norm and temperature folded, opset 13, IR 7."""

import json

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import network

OPSET, IR = 13, 7


class Graph:
    """Collects nodes and weights; every method returns the name of its output."""

    def __init__(self):
        self.nodes, self.weights = [], []

    def constant(self, name, value):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind, inputs, name, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def unit(self, x, unit, name):
        """A convolution with its batch norm folded in, then ReLU where the unit has one."""
        norm = unit.norm
        gain = (norm.weight / (norm.running_var + norm.eps).sqrt()).detach().numpy()
        weight = unit.conv.weight.detach().numpy() * gain[:, None, None, None]
        bias = norm.bias.detach().numpy() - norm.running_mean.numpy() * gain
        size, pad, stride = unit.conv.kernel_size[0], unit.conv.padding[0], unit.conv.stride[0]
        inputs = [x, self.constant(name + ".weight", weight.astype(np.float32)),
                  self.constant(name + ".bias", bias.astype(np.float32))]
        out = self.node("Conv", inputs, name + ".conv", kernel_shape=[size, size], pads=[pad] * 4,
                        strides=[stride, stride])
        return self.node("Relu", [out], name + ".relu") if unit.relu else out

    def six(self, logits, name):
        """The first six of seven probabilities along the last axis."""
        seven = self.node("Softmax", [logits], name + ".seven", axis=-1)
        return self.node("Slice", [seven, "from", "to", "axis"], name)

    def residual(self, x, block, name):
        inner = self.unit(self.unit(x, block.first, name + ".first"), block.second, name + ".second")
        return self.node("Relu", [self.node("Add", [inner, x], name + ".add")], name + ".relu")


def build(net, temperature, card):
    """The ONNX model of a LandCoverNet, its logits over `temperature`; the short facts of `card` go into its metadata."""
    graph = Graph()
    x = graph.node("Cast", ["images"], "images.float", to=TensorProto.FLOAT)
    x = graph.node("Transpose", [x], "images.nchw", perm=[0, 3, 1, 2])
    x = graph.node("Sub", [x, graph.constant("mean", np.float32(network.MEAN))], "images.centred")
    x = graph.node("Mul", [x, graph.constant("scale", np.float32(1 / network.SCALE))], "images.scaled")
    for k, part in enumerate(net.body):
        if isinstance(part, torch.nn.AvgPool2d):
            x = graph.node("AveragePool", [x], "cells", kernel_shape=[2, 2], strides=[2, 2])
        elif isinstance(part, network.Unit):
            x = graph.unit(x, part, f"body{k}")
        else:
            x = graph.residual(x, part, f"body{k}")
    graph.constant("head.weight", net.head.weight.detach().numpy() / np.float32(temperature))
    graph.constant("head.bias", net.head.bias.detach().numpy() / np.float32(temperature))
    for name, value in (("from", 0), ("to", 6), ("axis", -1)):
        graph.constant(name, np.array([value], np.int64))
    pooled = graph.node("GlobalAveragePool", [x], "pooled")
    features = graph.node("Flatten", [pooled], "features", axis=1)
    logits = graph.node("Gemm", [features, "head.weight", "head.bias"], "logits", transB=1)
    graph.six(logits, "scores")
    cells = graph.node("Transpose", [x], "cells.nhwc", perm=[0, 2, 3, 1])
    turned = graph.node("Transpose", ["head.weight"], "head.weight.turned", perm=[1, 0])
    cells = graph.node("MatMul", [cells, turned], "cells.product")
    graph.six(graph.node("Add", [cells, "head.bias"], "cells.logits"), "dense")
    shape = helper.make_tensor_value_info
    model = helper.make_model(
        helper.make_graph(
            graph.nodes, card["name"],
            [shape("images", TensorProto.UINT8, ["N", 224, 224, 3])],
            [shape("features", TensorProto.FLOAT, ["N", network.FEATURES]),
             shape("scores", TensorProto.FLOAT, ["N", 6]),
             shape("dense", TensorProto.FLOAT, ["N", network.CELLS, network.CELLS, 6])],
            graph.weights),
        opset_imports=[helper.make_opsetid("", OPSET)], producer_name="coverscape-recipe", ir_version=IR)
    model.model_version = card["version"]
    helper.set_model_props(model, metadata(card))
    onnx.checker.check_model(model, full_check=True)
    return model


def load(path):
    """The network of an ONNX file written here, its temperature folded in: weights under a neutral batch norm."""
    weights = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in onnx.load(path).graph.initializer}
    net = network.LandCoverNet().eval()

    def fill(unit, name):
        unit.conv.weight.data = weights[name + ".weight"]
        unit.norm.bias.data = weights[name + ".bias"]
        unit.norm.running_var.fill_(1 - unit.norm.eps)

    for k, part in enumerate(net.body):
        if isinstance(part, network.Unit):
            fill(part, f"body{k}")
        elif isinstance(part, network.Residual):
            fill(part.first, f"body{k}.first")
            fill(part.second, f"body{k}.second")
    net.head.weight.data, net.head.bias.data = weights["head.weight"], weights["head.bias"]
    return net


def metadata(card):
    """The short facts of the model card as ONNX metadata: text to text."""
    keys = ("name", "version", "date", "classes", "gsd_metres", "input_size", "terms")
    return {k: card[k] if isinstance(card[k], str) else json.dumps(card[k]) for k in keys}
