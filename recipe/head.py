"""Fits the last layer anew, on calm views of the training ground: firmer answers where two classes are close."""

import torch
import torch.nn.functional as F

import ground
from augment import Sampler

VIEWS, BATCH = 3200, 64
GLOW = 0.3
"""How much the light varies, against training: enough for another day, not for another sensor."""

SMOOTHING, PULL, STEPS = 0.05, 0.005, 200


def refit(net, training, seed, classes):
    """Change `net.head` in place: logistic regression on features of `VIEWS` chips, pulled to the trained layer."""
    sampler = Sampler(training, seed)
    features, targets = [], []
    for _ in range(VIEWS // BATCH):
        images, target = sampler.batch(BATCH, ground.CHIP, classes, GLOW)
        with torch.inference_mode():
            features.append(net(images)[0])
        targets.append(target)
    fit(net.head, torch.cat(features).clone(), torch.cat(targets))  # clone: out of inference mode


def fit(layer, features, targets):
    """Full-batch L-BFGS from the layer's own weights; features are scaled to unit spread for the pull."""
    spread = features.std(dim=0) + 1e-3
    start = [(layer.weight * spread).detach(), layer.bias.detach().clone()]
    weight, bias = (p.clone().requires_grad_() for p in start)
    optimiser = torch.optim.LBFGS([weight, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        value = F.cross_entropy(features / spread @ weight.T + bias, targets, label_smoothing=SMOOTHING)
        value = value + PULL * (weight - start[0]).square().sum()
        value.backward()
        return value

    before = loss().item()
    optimiser.step(loss)
    print(f"last layer refitted: loss {before:.3f} to {loss().item():.3f}")
    with torch.no_grad():
        layer.weight.copy_(weight / spread)
        layer.bias.copy_(bias)
