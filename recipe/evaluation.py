"""What the network gets right on held-out images, and how steady it is when the same ground is resampled."""

import numpy as np
import torch

import ground
from sources import CLASSES


def probabilities(net, chips):
    """float [N,7] for uint8 chips [N,224,224,3]."""
    answers = []
    with torch.inference_mode():
        for start in range(0, len(chips), 32):
            images = torch.from_numpy(np.stack(chips[start:start + 32])).permute(0, 3, 1, 2).float()
            answers.append(torch.softmax(net(images)[1], dim=1).numpy())
    return np.concatenate(answers)


def measure(net, sources):
    """Accuracy over sources of the six classes, as the application sees them: the largest of all seven wins."""
    truth = np.array([s.label for s in sources])
    answer = probabilities(net, [ground.fit(s.rgb) for s in sources])
    predicted = answer.argmax(axis=1)
    matrix = np.zeros((len(CLASSES), len(CLASSES)), int)
    np.add.at(matrix, (truth, predicted), 1)
    six = [k for k in range(6) if matrix[k].sum()]
    recalls = {CLASSES[k]: matrix[k, k] / matrix[k].sum() for k in range(len(CLASSES)) if matrix[k].sum()}
    land = truth < 6
    return {
        "n": int(land.sum()),
        "accuracy": percent((predicted == truth)[land].mean()),
        "balanced_accuracy": percent(np.mean([recalls[CLASSES[k]] for k in six])),
        "mean_confidence": percent(answer.max(axis=1)[land].mean()),
        "recall": {name: percent(value) for name, value in recalls.items()},
        "n_by_class": {CLASSES[k]: int(matrix[k].sum()) for k in range(len(CLASSES)) if matrix[k].sum()},
        "confusion_matrix": {"rows": "truth", "columns": CLASSES,
                             **{name: matrix[k].tolist() for k, name in enumerate(CLASSES) if matrix[k].sum()}},
    }


def percent(share):
    return round(100 * float(share), 1)


def held_out_figures(net, held_out):
    """The quoted figures: NAIP as whole files, NAIP with the windows too, UC Merced."""
    naip = [s for s in held_out if s.place != "ucmerced"]
    return {
        "naip_held_out_places": measure(net, [s for s in naip if not s.window]),
        "naip_held_out_places_with_windows": measure(net, naip),
        "ucmerced_held_out_images": measure(net, [s for s in held_out if s.place == "ucmerced"]),
    }


def report(figures):
    """The figures as lines of text."""
    lines = []
    for name, f in figures.items():
        lines.append(f"{name}: {f['accuracy']} % of {f['n']}, balanced {f['balanced_accuracy']} %, "
                     f"mean confidence {f['mean_confidence']} %")
        lines.append(f"  {'truth':<12}" + "".join(f"{c[:6]:>8}" for c in CLASSES) + f"{'recall':>9}")
        for truth, row in f["confusion_matrix"].items():
            if truth in CLASSES:
                lines.append(f"  {truth:<12}" + "".join(f"{n:>8}" for n in row) + f"{f['recall'][truth]:>8} %")
    return "\n".join(lines)
