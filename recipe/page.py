#!/usr/bin/env python3
"""Writes the model card for readers, docs/model-card.md and its pictures, from the figures that train.py left."""

import argparse
import json
import os
import re

import numpy as np
from osgeo import gdal

import evaluation
import onnx_graph
import stability
from sources import CLASSES
from train import HERE, MODEL, calibrated, read_crossval

HOME = os.path.dirname(HERE)
COLOURS = os.path.join(HOME, "styles", "src", "main", "resources", "org", "coverscape", "styles",
                       "class-colours.properties")
MONTHS = {"06": "June", "08": "August"}
MEANINGS = {
    "barren": "bare rock, sand, playa, mine or lot; under a seventh of it green",
    "cultivated": "tilled, sown or fallow fields, orchards, vineyards and hay meadows, with their tracks",
    "developed": "buildings, roads, yards, solar farms, and the lawns, parks and trees among them",
    "forested": "trees over 5 m that close over most of the ground",
    "herbaceous": "grass and herbs, green or dry, few shrubs, not tilled",
    "shrub": "shrubs or young trees over more than a fifth of the ground, with grass or bare soil between",
    "none": "none of the six: open water, cloud, deep shadow, and what is no aerial picture of land",
}


def colours():
    """RGB of the classes as the application draws them."""
    with open(COLOURS, encoding="utf-8") as file:
        found = dict(line.strip().split(" = #") for line in file if " = #" in line)
    return [tuple(int(found[name][k:k + 2], 16) for k in (0, 2, 4)) for name in [*CLASSES[:6], "unclassified"]]


def svg(width, height, parts):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13" fill="#24292f">\n'
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n' + "\n".join(parts) + "\n</svg>\n")


def reliability(truth, answer, path):
    """How often answers of each confidence are right: a diagram with the number of answers under its bars."""
    confidence, right = answer.max(axis=1), answer.argmax(axis=1) == truth
    left, top, side = 60, 16, 300
    parts = [f'<line x1="{left}" y1="{top + side}" x2="{left + side}" y2="{top}" stroke="#8c959f" stroke-dasharray="4"/>',
             f'<rect x="{left}" y="{top}" width="{side}" height="{side}" fill="none" stroke="#8c959f"/>']
    bins = np.minimum((confidence * evaluation.BINS).astype(int), evaluation.BINS - 1)
    step = side / evaluation.BINS
    for k in range(evaluation.BINS):
        count = int((bins == k).sum())
        if count:
            height = side * right[bins == k].mean()
            x = left + k * step
            parts.append(f'<rect x="{x + 2:.1f}" y="{top + side - height:.1f}" width="{step - 4:.1f}" '
                         f'height="{height:.1f}" fill="#38814e"/>')
            parts.append(f'<text x="{x + step / 2:.1f}" y="{top + side + 34}" text-anchor="middle" font-size="11" '
                         f'fill="#57606a">{count}</text>')
    for share in (0, 50, 100):
        at = side * share / 100
        parts.append(f'<text x="{left + at:.1f}" y="{top + side + 17}" text-anchor="middle">{share} %</text>')
        parts.append(f'<text x="{left - 8}" y="{top + side - at + 4:.1f}" text-anchor="end">{share} %</text>')
    parts.append(f'<text x="{left + side / 2}" y="{top + side + 54}" text-anchor="middle">'
                 'confidence (below: number of answers)</text>')
    parts.append(f'<text x="16" y="{top + side / 2}" text-anchor="middle" '
                 f'transform="rotate(-90 16 {top + side / 2})">answers that are right</text>')
    with open(path, "w", encoding="utf-8") as file:
        file.write(svg(left + side + 30, top + side + 66, parts))


def confusion(matrix, path):
    """Rows are the truth, columns the answer; shaded by the share of the row."""
    left, top, cell = 100, 40, 62
    parts = []
    for row, name in enumerate(CLASSES):
        counts = matrix.get(name)
        y = top + row * cell * 0.6
        parts.append(f'<text x="{left - 8}" y="{y + 23:.1f}" text-anchor="end">{name}</text>')
        parts.append(f'<text x="{left + row * cell + cell / 2}" y="{top - 12}" text-anchor="middle" '
                     f'font-size="11">{name}</text>')
        for column in range(len(CLASSES)):
            n = counts[column] if counts else 0
            share = n / sum(counts) if counts else 0
            shade = "56,129,78" if column == row else "209,73,91"
            parts.append(f'<rect x="{left + column * cell}" y="{y:.1f}" width="{cell - 2}" height="{cell * 0.6 - 2:.1f}" '
                         f'fill="rgb({shade})" fill-opacity="{0.06 + 0.84 * share:.2f}"/>')
            if n:
                parts.append(f'<text x="{left + column * cell + cell / 2 - 1}" y="{y + 23:.1f}" '
                             f'text-anchor="middle">{n}</text>')
    with open(path, "w", encoding="utf-8") as file:
        file.write(svg(left + 7 * cell + 12, int(top + 7 * cell * 0.6 + 10), parts))


def maps(net, root, path):
    """What the cells of 32 m of the NAIP scenes are named, three by two; no imagery is in the picture."""
    import torch

    palette = np.array([*colours(), (255, 255, 255)], np.uint8)
    folder = os.path.join(root, "naip", "utm")
    tiles, pixel, side = [], 8, 36
    for file in sorted(os.listdir(folder)):
        scene = stability.pixels(gdal.Open(os.path.join(folder, file)))
        named = np.full((side, side), 7)
        for y in range(0, scene.shape[0] - 223, 224):
            for x in range(0, scene.shape[1] - 223, 224):
                chip = scene[y:y + 224, x:x + 224]
                if not chip.any(axis=2).all():
                    continue
                images = torch.from_numpy(chip.copy()).permute(2, 0, 1)[None].float()
                with torch.inference_mode():
                    cells = net(images)[2][0].numpy().argmax(axis=2)
                named[y // 32:y // 32 + 7, x // 32:x // 32 + 7] = cells
        tiles.append(np.kron(palette[named], np.ones((pixel, pixel, 1), np.uint8)))
    rows = [np.concatenate(tiles[k:k + 3], axis=1) for k in (0, 3)]
    picture = np.concatenate(rows, axis=0)
    memory = gdal.GetDriverByName("MEM").Create("", picture.shape[1], picture.shape[0], 3)
    for band in range(3):
        memory.GetRasterBand(band + 1).WriteArray(picture[..., band])
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
    gdal.GetDriverByName("PNG").CreateCopy(path, memory)


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head),
                      *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def headline(name, f):
    low, high = f["balanced_accuracy_95"]
    return [name, f["n"], f"{f['accuracy']} %", f"{f['balanced_accuracy']} % ({low} to {high})",
            f["expected_calibration_error"]]


def recalls(naip, merced):
    for name in CLASSES:
        cells = [name]
        for f in (naip, merced):
            n = f["n_by_class"].get(name, 0)
            cells.append(f"{f['recall'][name]} % of {n}" if n else "none there")
        yield cells


def worst(naip):
    """The confusions of NAIP that are more than one chip, most first."""
    pairs = [(naip["confusion_matrix"][t][k], t, CLASSES[k])
             for t in CLASSES if t in naip["confusion_matrix"] for k in range(len(CLASSES)) if CLASSES[k] != t]
    return [[f"{truth} taken for {answer}", n, f"{evaluation.percent(n / naip['n_by_class'][truth])} %"]
            for n, truth, answer in sorted(pairs, reverse=True) if n > 1][:12]


def by_date(truth, answer, rows):
    """Chips by the date of their imagery, where it is known: most names hold a placeholder, or a year alone."""
    right = answer.argmax(axis=1) == truth
    dates = {}
    for k, row in enumerate(rows):
        day = re.search(r"_(20\d\d)(\d\d)\d\d[._]", os.path.basename(row["path"].split("#")[0]))
        if "#" in row["path"]:
            dates.setdefault("West Virginia, the " + row["path"].split("#")[1] + " of two dates", []).append(right[k])
        elif day and not row["path"].startswith("naip/utm"):
            name = f"{'North Dakota' if row['place'].startswith('nd') else 'Virginia'}, {MONTHS[day[2]]} {day[1]}"
            dates.setdefault(name, []).append(right[k])
    return [[name, len(found), int(sum(found))] for name, found in sorted(dates.items())]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=os.environ.get("COVERSCAPE_DATA", os.path.join(HOME, "..", "shared", "data")))
    parser.add_argument("--docs", default=os.path.join(HOME, "docs"))
    args = parser.parse_args()
    with open(MODEL + ".json", encoding="utf-8") as file:
        card = json.load(file)
    rows, truth, logits, places, _, fold_of = read_crossval(os.path.join(HERE, "crossval.csv"))
    naip = places != "ucmerced"
    answer, _ = calibrated(logits[naip], truth[naip], fold_of[naip])
    images = os.path.join(args.docs, "images")
    reliability(truth[naip], answer, os.path.join(images, "model-reliability.svg"))
    figures = card["cross_validation"]
    unseen, merced = figures["naip_places_never_seen"], figures["ucmerced_images_never_seen"]
    confusion(unseen["confusion_matrix"], os.path.join(images, "model-confusion.svg"))
    maps(onnx_graph.load(MODEL + ".onnx"), args.data, os.path.join(images, "model-cells.png"))
    with open(os.path.join(HERE, "model-card.template.md"), encoding="utf-8") as file:
        text = file.read()
    kept = [row for row, is_naip in zip(rows, naip) if is_naip]
    parts = {
        "VERSION": card["version"], "DATE": card["date"], "FEATURES": card["outputs"]["features"],
        "TEMPERATURE": card["calibration"]["temperature"],
        "OFFSET": card["calibration"]["added_to_none_of_the_six"], "STEPS": card["training"]["steps"], "SOURCES": card["training"]["sources"],
        "CLASSES": table(["class", "what it means here"], MEANINGS.items()),
        "DATA": table(["data", "terms", "published by"],
                      [[d["name"], d["terms"], d["published_by"]] for d in card["training_data"]]),
        "HEADLINES": table(["ground never seen", "chips", "right", "balanced over the classes (95 %)", "calibration error"],
                           [headline("NAIP, other places", unseen), headline("UC Merced, other images", merced)]),
        "RECALLS": table(["class", "NAIP", "UC Merced"], recalls(unseen, merced)),
        "WORST": table(["confusion on NAIP", "chips", "of the class"], worst(unseen)),
        "PLACES": table(["place", "chips", "right"],
                        [[p, f["n"], f["right"]] for p, f in card["naip_by_place"].items()]),
        "DATES": table(["date", "chips", "right"], by_date(truth[naip], answer, kept)),
        "STEADY": table(["the same ground", "chips that keep their class"],
                        [[name.replace("_", " "), f"{s['kept']} of {s['n']} ({s['percent']} %)"]
                         for name, s in {"by the network in 8 bits, not in floats": card["same_class_in_8_bits"],
                                         **card["same_class_when_resampled"]}.items()]),
        "LIMITS": "\n".join("- " + limit for limit in card["limits"]),
    }
    for key, value in parts.items():
        text = text.replace("{" + key + "}", str(value))
    with open(os.path.join(args.docs, "model-card.md"), "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
