"""Writes the trained network as one ONNX file: preprocessing inside, 8-bit body, calibration folded in, opset 13, IR 7.

The body is in ONNX Runtime's QDQ form: every activation is quantized and dequantized again between convolutions, which
the runtime computes in integers. A ReLU is the lower end of a range that begins at 0.
"""

import json

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import network
import quantize
from network import Residual, Unit

OPSET, IR = 13, 7


class Graph:
    """Collects nodes and weights; every method returns the name of its output."""

    def __init__(self):
        self.nodes, self.weights = [], []

    def constant(self, name, value):
        self.weights.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def node(self, kind, inputs, name, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def rounded(self, x, scale, name):
        """An activation in 8 bits and back."""
        step = self.constant(name + ".step", np.float32(scale.step))
        zero = self.constant(name + ".zero", np.uint8(scale.zero))
        levels = self.node("QuantizeLinear", [x, step, zero], name + ".levels")
        return self.node("DequantizeLinear", [levels, step, zero], name), scale.step

    def unit(self, x, unit, name, scale):
        """A convolution with its batch norm folded in, rounded; `x` is an activation and its step."""
        x, step = x
        levels, steps, bias = quantize.weights(unit)
        weight = self.node("DequantizeLinear", [
            self.constant(name + ".weight", levels), self.constant(name + ".steps", steps),
            self.constant(name + ".zeros", np.zeros(len(steps), np.int8))], name + ".weight.exact", axis=0)
        steps = (steps * np.float32(step)).astype(np.float32)
        if not (np.abs(bias / steps) < 2**31).all():
            raise ValueError(f"{name}: a channel's weights are too small beside its bias for 8 bits; train longer")
        bias = self.node("DequantizeLinear", [
            self.constant(name + ".bias", np.rint(bias / steps).astype(np.int32)),
            self.constant(name + ".bias.steps", steps)], name + ".bias.exact", axis=0)
        size, pad, stride = unit.conv.kernel_size[0], unit.conv.padding[0], unit.conv.stride[0]
        out = self.node("Conv", [x, weight, bias], name + ".conv", kernel_shape=[size, size], pads=[pad] * 4,
                        strides=[stride, stride])
        return self.rounded(out, scale, name + ".out")

    def six(self, logits, name):
        """The first six of seven probabilities along the last axis."""
        seven = self.node("Softmax", [logits], name + ".seven", axis=-1)
        return self.node("Slice", [seven, "from", "to", "axis"], name)

    def residual(self, x, block, name, scales):
        inner = self.unit(x, block.first, name + ".first", scales[name + ".first"])
        inner = self.unit(inner, block.second, name + ".second", scales[name + ".second"])
        return self.rounded(self.node("Add", [inner[0], x[0]], name + ".add"), scales[name], name + ".out")


def build(net, scales, card):
    """The ONNX model of a calibrated LandCoverNet; the short facts of `card` go into its metadata.

    `scales` are those of quantize.scales. Pixels are levels of 8 bits already: preprocessing is their step and zero.
    """
    graph = Graph()
    levels = graph.node("Transpose", ["images"], "images.nchw", perm=[0, 3, 1, 2])
    step = graph.constant("images.step", np.float32(1 / network.SCALE))
    zero = graph.constant("images.zero", np.uint8(network.MEAN))
    x = graph.node("DequantizeLinear", [levels, step, zero], "images.scaled"), 1 / network.SCALE
    for k, part in enumerate(net.body):
        if isinstance(part, Unit):
            x = graph.unit(x, part, f"body{k}", scales[f"body{k}"])
        elif isinstance(part, Residual):
            x = graph.residual(x, part, f"body{k}", scales)
        else:
            x = graph.node("AveragePool", [x[0]], "cells", kernel_shape=[2, 2], strides=[2, 2])
    graph.constant("head.weight", net.head.weight.detach().numpy())
    graph.constant("head.bias", net.head.bias.detach().numpy())
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
    """The network of an ONNX file written here, its calibration folded in, computing as the file does."""
    known = {t.name: numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}
    net = network.LandCoverNet().eval()
    scales = {}
    for name, part in quantize.places(net):
        scales[name] = quantize.Scale(float(known[name + ".out.step"]), int(known[name + ".out.zero"]))
        if isinstance(part, Unit):
            part.conv.weight.data = torch.from_numpy(
                known[name + ".weight"] * known[name + ".steps"][:, None, None, None])
            bias = known[name + ".bias"] * known[name + ".bias.steps"]
            part.norm.bias.data = torch.from_numpy(bias.astype(np.float32))
            part.norm.running_var.fill_(1 - part.norm.eps)
    net.head.weight.data = torch.from_numpy(known["head.weight"].copy())
    net.head.bias.data = torch.from_numpy(known["head.bias"].copy())
    return quantize.listening(net, scales)


def metadata(card):
    """The short facts of the model card as ONNX metadata: text to text."""
    keys = ("name", "version", "date", "classes", "gsd_metres", "input_size", "terms")
    return {k: card[k] if isinstance(card[k], str) else json.dumps(card[k]) for k in keys}
