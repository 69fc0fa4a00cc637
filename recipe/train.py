#!/usr/bin/env python3
"""Trains the bundled land-cover network and writes landcover.onnx, landcover.json and the list of held-out files."""

import argparse
import csv
import json
import math
import os
import time

import onnx
import torch
import torch.nn.functional as F

import card
import evaluation
import ground
import head
import onnx_graph
import sources
import stability
from augment import Sampler
from network import Average, LandCoverNet

SEED = 2018
STEPS, BATCH, WARM_UP = 1100, 64, 40
SMALL_CHIP, WHOLE_CHIPS_FROM = 128, 0.8
"""Most steps see 128 m chips, a third of the work; the last fifth sees whole ones in calmer light."""
RATE, DECAY, SMOOTHING = 3e-3, 0.02, 0.05


def arguments():
    here = os.path.dirname(os.path.abspath(__file__))
    home = os.path.dirname(here)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=os.environ.get("COVERSCAPE_DATA", os.path.join(home, "..", "shared", "data")))
    parser.add_argument("--out", default=os.path.join(
        home, "scoring-service", "src", "main", "resources", "org", "coverscape", "service", "model"))
    parser.add_argument("--holdout", default=os.path.join(here, "holdout.csv"))
    parser.add_argument("--measure", action="store_true", help="train nothing: measure the network that is there")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def rate(step, steps):
    """Linear warm-up, then a cosine down to zero."""
    return RATE * min(1.0, (step + 1) / WARM_UP) * 0.5 * (1 + math.cos(math.pi * step / steps))


def train(training, steps):
    """The averaged network after `steps` batches."""
    torch.manual_seed(SEED)
    sampler = Sampler(training, SEED)
    net = LandCoverNet(len(sources.CLASSES)).to(memory_format=torch.channels_last).train()
    average = Average(net, decay=0.995)
    decayed = [p for p in net.parameters() if p.ndim > 1]
    plain = [p for p in net.parameters() if p.ndim == 1]
    optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": DECAY},
                                   {"params": plain, "weight_decay": 0.0}])
    began, seen = time.time(), 0.0
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = rate(step, steps)
        whole = step >= WHOLE_CHIPS_FROM * steps
        chip, glow = (ground.CHIP, 0.5) if whole else (SMALL_CHIP, 1.0)
        images, targets = sampler.batch(BATCH, chip, len(sources.CLASSES), glow)
        logits = net(images.contiguous(memory_format=torch.channels_last))[1]
        loss = F.cross_entropy(logits, targets, label_smoothing=SMOOTHING)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        average.update(net)
        seen += loss.item()
        if (step + 1) % 50 == 0:
            print(f"step {step + 1}/{steps}: loss {seen / 50:.3f}, {time.time() - began:.0f} s", flush=True)
            seen = 0.0
    return average.network.to(memory_format=torch.contiguous_format)


def write_holdout(path, held_out):
    """The held-out images, for the application's own evaluation."""
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["path", "window", "class", "place", "gsd_metres", "source"])
        for s in held_out:
            source = "UC Merced" if s.place == "ucmerced" else "NAIP"
            writer.writerow([s.path, s.window, sources.CLASSES[s.label], s.place, s.gsd, source])


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    model, model_card = (os.path.join(args.out, "landcover" + end) for end in (".onnx", ".json"))
    training, held_out = sources.training(args.data), sources.held_out(args.data)
    print(f"{len(training)} training sources, {len(held_out)} held out, seed {SEED}")
    if args.measure:
        net = onnx_graph.load(model)
    else:
        net = train(training, args.steps)
        head.refit(net, training, SEED + 1, len(sources.CLASSES))

    figures = evaluation.held_out_figures(net, held_out)
    steadiness = stability.kept_classes(net, args.data)
    facts = card.write(figures, steadiness, training, SEED, args.steps)
    print(evaluation.report(figures))
    for name, (kept, n) in steadiness.items():
        print(f"same class, {name}: {kept} of {n} chips, {evaluation.percent(kept / n)} %")
    if args.measure:
        with open(model_card) as file:
            print("as the model card says:", json.load(file) == facts)
        return
    os.makedirs(args.out, exist_ok=True)
    onnx.save(onnx_graph.build(net, facts), model)
    with open(model_card, "w") as file:
        json.dump(facts, file, indent=2)
        file.write("\n")
    write_holdout(args.holdout, held_out)


if __name__ == "__main__":
    main()
