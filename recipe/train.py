#!/usr/bin/env python3
"""Measures the bundled land-cover network by cross-validation over places, trains it on all of them, writes it."""

import argparse
import csv
import json
import os

import numpy as np
import onnx
import torch

import card
import evaluation
import folds
import onnx_graph
import quantize
import sources
import stability
import training

SEED = 2018
STEPS = 1500
HERE = os.path.dirname(os.path.abspath(__file__))
MODEL = os.path.join(os.path.dirname(HERE), "scoring-service", "src", "main", "resources", "org", "coverscape", "service",
                     "model", "landcover")
"""The network and its card, without the ends .onnx and .json."""


def arguments():
    home = os.path.dirname(HERE)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=os.environ.get("COVERSCAPE_DATA", os.path.join(home, "..", "shared", "data")))
    parser.add_argument("--out", default=os.path.dirname(MODEL))
    parser.add_argument("--crossval", default=os.path.join(HERE, "crossval.csv"),
                        help="where the answers of cross-validation are kept")
    parser.add_argument("--final", action="store_true",
                        help="train only the network of all places; take the answers of cross-validation as they are")
    parser.add_argument("--measure", action="store_true",
                        help="train nothing: print the figures of the answers and the network that are there")
    parser.add_argument("--answers", metavar="CSV",
                        help="train nothing: write the network's answers for all labelled files")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def chips_of(found):
    """Every chip of the sources: (source, number of the chip in it, uint8 [224,224,3])."""
    return [(s, k, chip) for s in found for k, chip in enumerate(evaluation.chips_of(s))]


def cross_validate(everything, steps, path):
    """Answer every fold by a network that saw only the others; rows go to the file fold by fold."""
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["path", "window", "chip", "class", "place", "fold", *sources.CLASSES])
        for fold in range(folds.FOLDS):
            net = training.train([s for s in everything if folds.of(s) != fold], SEED, steps, f"fold {fold}")
            chips = chips_of([s for s in everything if folds.of(s) == fold])
            for (s, k, _), row in zip(chips, evaluation.logits(net, [chip for *_, chip in chips])):
                writer.writerow([s.path, s.window, k, sources.CLASSES[s.label], s.place, fold,
                                 *(f"{value:.4f}" for value in row)])
            file.flush()


def read_crossval(path):
    """The rows answered: as they are, truth, logits, places, places or (for UC Merced) folders, folds."""
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    truth = np.array([sources.CLASSES.index(r["class"]) for r in rows])
    logits = np.array([[float(r[c]) for c in sources.CLASSES] for r in rows])
    places = np.array([r["place"] for r in rows])
    groups = np.array([os.path.basename(os.path.dirname(r["path"])) if r["place"] == "ucmerced" else r["place"]
                       for r in rows])
    return rows, truth, logits, places, groups, np.array([int(r["fold"]) for r in rows])


def calibrated(logits, truth, fold_of):
    """Probabilities of each fold under the calibration of the others, and the calibration of all."""
    answer = np.zeros_like(logits)
    for fold in sorted(set(fold_of)):
        mine = fold_of == fold
        answer[mine] = evaluation.Calibration.fit(logits[~mine], truth[~mine]).apply(logits[mine])
    return answer, evaluation.Calibration.fit(logits, truth)


def figures_of(path):
    """The figures of cross-validation, and the calibration for the network of all places."""
    _, truth, logits, places, groups, fold_of = read_crossval(path)
    naip = places != "ucmerced"
    answer = np.zeros_like(logits)
    answer[naip], calibration = calibrated(logits[naip], truth[naip], fold_of[naip])
    answer[~naip] = calibration.apply(logits[~naip])
    return {
        "naip_places_never_seen": evaluation.measure(truth[naip], answer[naip], groups[naip]),
        "ucmerced_images_never_seen": evaluation.measure(truth[~naip], answer[~naip], groups[~naip]),
    }, evaluation.by_place(truth[naip], answer[naip], groups[naip]), calibration


def write_answers(net, everything, path):
    """The network's scores for every labelled chip, for comparison with the application's."""
    chips = chips_of(everything)
    scores = evaluation.probabilities(evaluation.logits(net, [chip for *_, chip in chips]))[:, :6]
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["path", "window", "chip", *sources.CLASSES[:6]])
        for (s, k, _), row in zip(chips, scores):
            writer.writerow([s.path, s.window, k, *(f"{value:.5f}" for value in row)])


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    model, model_card = (os.path.join(args.out, "landcover" + end) for end in (".onnx", ".json"))
    everything = sources.everything(args.data)
    print(f"{len(everything)} labelled sources, {folds.FOLDS} folds, seed {SEED}")
    if args.answers:
        write_answers(onnx_graph.load(model), everything, args.answers)
        return
    if not (args.measure or args.final):
        cross_validate(everything, args.steps, args.crossval)
    figures, places, calibration = figures_of(args.crossval)
    if args.measure:
        net = onnx_graph.load(model)
        with open(model_card) as file:
            written = json.load(file)
        eighth = written["same_class_in_8_bits"]
        rounding = eighth["kept"], eighth["n"]  # only measured beside the exact network
    else:
        exact = training.train(everything, SEED, args.steps, "all places")
        calibration.fold(exact.head)
        chips = [chip for *_, chip in chips_of(everything)]
        scales = quantize.scales(exact, chips)
        net = quantize.rounded(exact, scales)
        same = evaluation.logits(exact, chips).argmax(axis=1) == evaluation.logits(net, chips).argmax(axis=1)
        rounding = int(same.sum()), len(same)
    steadiness = stability.kept_classes(net, args.data)
    facts = card.write(figures, places, calibration, rounding, steadiness, everything, SEED, args.steps)
    print(evaluation.report(figures))
    for name, (kept, n) in {"in 8 bits": rounding, **steadiness}.items():
        print(f"same class, {name}: {kept} of {n} chips, {evaluation.percent(kept / n)} %")
    if args.measure:
        print("as the model card says:", written == facts)
        return
    os.makedirs(args.out, exist_ok=True)
    onnx.save(onnx_graph.build(exact, scales, facts), model)
    with open(model_card, "w") as file:
        json.dump(facts, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
