"""Trains one network on some of the labelled ground."""

import math
import multiprocessing
import time

import numpy as np
import torch
import torch.nn.functional as F

import ground
import sources
from augment import Sampler
from network import Average, LandCoverNet

SMALL_CHIP, WHOLE_CHIPS_FROM = 128, 0.88
"""Most steps see 128 m chips, a third of the work; the last part sees whole ones in calmer light."""
BATCH, WHOLE_BATCH, WARM_UP = 64, 32, 40
RATE, DECAY, SMOOTHING = 3e-3, 0.02, 0.05
CELLS = 0.5
"""What the answers of the 32 m cells count for, against the chip's."""

AHEAD = 4
"""Batches that are made while others are learnt from."""


def is_whole(step, steps):
    return step >= WHOLE_CHIPS_FROM * steps


def make_batches(queue, ground_truth, seed, steps):
    """Fill the queue; one process makes all batches, so that they follow from the seed alone."""
    torch.set_num_threads(1)
    sampler = Sampler(ground_truth, seed)
    for step in range(steps):
        chip, glow, count = (ground.CHIP, 0.5, WHOLE_BATCH) if is_whole(step, steps) else (SMALL_CHIP, 1.0, BATCH)
        images, chips, cells, seen = sampler.batch(count, chip, len(sources.CLASSES), glow)
        queue.put((images.to(torch.uint8).numpy(), chips.numpy(), cells.numpy(), seen.numpy()))


def rate(step, steps):
    """Linear warm-up, then a cosine down to zero."""
    return RATE * min(1.0, (step + 1) / WARM_UP) * 0.5 * (1 + math.cos(math.pi * step / steps))


def loss_of(net, images, chips, cells, seen):
    """Cross entropy of the chips, and of their cells where these are not hidden."""
    _, logits, dense = net(images.contiguous(memory_format=torch.channels_last))
    loss = F.cross_entropy(logits, chips, label_smoothing=SMOOTHING)
    each = F.cross_entropy(dense.flatten(0, 2), cells.flatten(0, 2), label_smoothing=2 * SMOOTHING, reduction="none")
    return loss + CELLS * (each * seen.flatten()).sum() / seen.sum()


def train(ground_truth, seed, steps, name):
    """The averaged network after `steps` batches; weighs the sources anew, as they are what there is."""
    sources.weigh(ground_truth)
    torch.manual_seed(seed)
    net = LandCoverNet(len(sources.CLASSES)).to(memory_format=torch.channels_last).train()
    average = Average(net, decay=0.995)
    decayed = [p for p in net.parameters() if p.ndim > 1]
    plain = [p for p in net.parameters() if p.ndim == 1]
    optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": DECAY},
                                   {"params": plain, "weight_decay": 0.0}])
    context = multiprocessing.get_context("fork")
    queue = context.Queue(AHEAD)
    maker = context.Process(target=make_batches, args=(queue, ground_truth, seed, steps), daemon=True)
    maker.start()
    began, seen_loss = time.time(), 0.0
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = rate(step, steps)
        images, *targets = (torch.from_numpy(np.asarray(part)) for part in queue.get())
        loss = loss_of(net, images.float(), *targets)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        average.update(net)
        seen_loss += loss.item()
        if (step + 1) % 50 == 0:
            print(f"{name} step {step + 1}/{steps}: loss {seen_loss / 50:.3f}, {time.time() - began:.0f} s", flush=True)
            seen_loss = 0.0
    maker.join()
    return average.network.to(memory_format=torch.contiguous_format)
