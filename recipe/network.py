"""The network: a small residual CNN, fully convolutional; a chip's features are the mean of its cells'."""

import copy

import torch
from torch import nn

FEATURES = 128
CELLS = 7
"""Cells of 32 m along a chip."""

MEAN, SCALE = 128.0, 64.0


class Unit(nn.Module):
    """Convolution, batch norm and, unless told otherwise, ReLU. Batch norm is folded away in the ONNX file."""

    def __init__(self, inputs, outputs, kernel=3, stride=1, padding=None, relu=True):
        super().__init__()
        padding = kernel // 2 if padding is None else padding
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        self.relu = relu

    def forward(self, x):
        x = self.norm(self.conv(x))
        return torch.relu(x) if self.relu else x


class Residual(nn.Module):
    """Two 3 x 3 units around a shortcut."""

    def __init__(self, channels):
        super().__init__()
        self.first = Unit(channels, channels)
        self.second = Unit(channels, channels, relu=False)

    def forward(self, x):
        return torch.relu(x + self.second(self.first(x)))


class LandCoverNet(nn.Module):
    """float [N,3,224,224] in 0..255 -> features [N,128], logits [N,7] of chips, logits [N,7,7,7] of 32 m cells.

    The last seven are the classes; the seventh class is none of the six. The last layer is linear and shared, so that
    the logits of a chip are the mean of those of its cells.
    """

    def __init__(self, classes=7):
        super().__init__()
        self.body = nn.Sequential(
            Unit(3, 32, kernel=8, stride=4, padding=2),  # 56 x 56 cells of 4 m
            Unit(32, 32),
            Unit(32, 48, stride=2),  # 28 x 28 cells of 8 m
            Residual(48),
            Residual(48),
            Unit(48, 96, stride=2),  # 14 x 14 cells of 16 m
            Residual(96),
            Unit(96, FEATURES, kernel=1),
            nn.AvgPool2d(2),  # 7 x 7 cells of 32 m
        )
        self.head = nn.Linear(FEATURES, classes)

    def forward(self, x):
        cells = self.body((x - MEAN) / SCALE)
        features = cells.mean(dim=(2, 3))
        return features, self.head(features), self.head(cells.permute(0, 2, 3, 1))


class Average:
    """An exponential moving average of a network's weights and batch statistics: smoother answers."""

    def __init__(self, network, decay):
        self.network = copy.deepcopy(network).eval()
        self.decay = decay
        self.steps = 0

    @torch.no_grad()
    def update(self, network):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for mine, theirs in zip(self.network.state_dict().values(), network.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1 - decay)
            else:
                mine.copy_(theirs)
