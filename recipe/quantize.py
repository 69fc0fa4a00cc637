"""Rounds a network to 8 bits: weights by output channel, activations by the range they take on labelled chips.

Weights keep seven bits and a sign (|w| <= 64 steps), so that processors without 8-bit dot products, which add two
products in 16 bits, never saturate: every machine gives the same integers.
"""

import copy
from dataclasses import dataclass

import numpy as np
import torch

from network import Residual, Unit

WEIGHT_STEPS, LEVELS = 64, 255
OUTLIERS = 1e-5
"""The part of the activations beyond either end of the range that may be cut off."""

MOST_CHIPS, MOST_VALUES = 400, 40_000


@dataclass
class Scale:
    """An activation of 8 bits: value = (level - zero) * step, levels 0 to 255."""

    step: float
    zero: int

    @staticmethod
    def of(low, high):
        low, high = min(low, 0.0), max(high, 1e-6)
        step = float(np.float32((high - low) / LEVELS))
        return Scale(step, int(round(-low / step)))

    def round(self, x):
        return (torch.clamp(torch.round(x / self.step) + self.zero, 0, LEVELS) - self.zero) * self.step


def places(net):
    """The parts of a network whose output is rounded: (name, module)."""
    for k, part in enumerate(net.body):
        if isinstance(part, Unit):
            yield f"body{k}", part
        elif isinstance(part, Residual):
            yield f"body{k}.first", part.first
            yield f"body{k}.second", part.second
            yield f"body{k}", part


def scales(net, chips):
    """{name: Scale} of the activations that uint8 chips [N,224,224,3] give rise to."""
    seen = {}

    def listen(name):
        def hook(_, __, output):
            flat = output.flatten()
            seen.setdefault(name, []).append(flat[::max(1, len(flat) // MOST_VALUES)])
        return hook

    handles = [part.register_forward_hook(listen(name)) for name, part in places(net)]
    chosen = chips[::max(1, len(chips) // MOST_CHIPS)]
    with torch.inference_mode():
        for chip in chosen:
            net(torch.from_numpy(chip).permute(2, 0, 1)[None].float())
    for handle in handles:
        handle.remove()
    found = {}
    for name, parts in seen.items():
        values = np.sort(torch.cat(parts).numpy())
        cut = int(len(values) * OUTLIERS)
        found[name] = Scale.of(float(values[cut]), float(values[-1 - cut]))
    return found


def weights(unit):
    """A unit with its batch norm folded in: int8 weights, their float32 steps by output channel, float32 bias."""
    norm = unit.norm
    gain = (norm.weight / (norm.running_var + norm.eps).sqrt()).detach().numpy()
    exact = unit.conv.weight.detach().numpy() * gain[:, None, None, None]
    bias = norm.bias.detach().numpy() - norm.running_mean.numpy() * gain
    steps = np.maximum(np.abs(exact).max(axis=(1, 2, 3)) / WEIGHT_STEPS, 1e-12).astype(np.float32)
    return np.rint(exact / steps[:, None, None, None]).astype(np.int8), steps, bias.astype(np.float32)


def rounded(net, found):
    """A copy of the network that computes in floating point what the 8-bit one computes in integers."""
    copied = copy.deepcopy(net).eval()
    for _, part in places(copied):
        if isinstance(part, Unit):
            levels, steps, bias = weights(part)
            part.conv.weight.data = torch.from_numpy(levels * steps[:, None, None, None])
            part.norm.weight.data.fill_(1)
            part.norm.bias.data = torch.from_numpy(bias)
            part.norm.running_mean.fill_(0)
            part.norm.running_var.fill_(1 - part.norm.eps)
    return listening(copied, found)


def listening(net, found):
    """The network itself, its activations rounded from now on."""
    for name, part in places(net):
        part.register_forward_hook(lambda _, __, output, scale=found[name]: scale.round(output))
    return net
