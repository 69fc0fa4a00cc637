"""What networks make of ground they never saw: accuracy, calibration and confusion, by place and pooled."""

from dataclasses import dataclass

import numpy as np
import torch

import ground
from sources import CLASSES

NONE = 6
OFFSET = -2.0
"""Added to the logit of none of the six, set by eye: on real ground it is far rarer than in training, and dark crops
are taken for water; below -2 open water would not be told any more."""

BINS = 10
RESAMPLES = 2000


def logits(net, chips):
    """float64 [N,7] for uint8 chips [N,224,224,3]."""
    answers = []
    with torch.inference_mode():
        for start in range(0, len(chips), 32):
            images = torch.from_numpy(np.stack(chips[start:start + 32])).permute(0, 3, 1, 2).float()
            answers.append(net(images)[1].numpy())
    return np.concatenate(answers).astype(np.float64)


def probabilities(logits_, temperature=1.0):
    """Softmax of logits over a temperature."""
    scaled = logits_ / temperature
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def chips_of(source):
    """A source's chips: as many whole ones side by side as fit, about its middle; else the one it is fitted to."""
    rows, columns = (max(1, n // ground.CHIP) for n in source.rgb.shape[:2])
    if rows == columns == 1:
        return [ground.fit(source.rgb)]
    top, left = (max(0, (n - count * ground.CHIP) // 2) for n, count in zip(source.rgb.shape[:2], (rows, columns)))
    return [ground.fit(source.rgb[top + r * ground.CHIP:top + (r + 1) * ground.CHIP,
                                  left + c * ground.CHIP:left + (c + 1) * ground.CHIP])
            for r in range(rows) for c in range(columns)]


@dataclass
class Calibration:
    """How logits become probabilities: `offset` is added to those of none of the six, then all are divided."""

    temperature: float
    offset: float

    def apply(self, logits_):
        moved = np.array(logits_, np.float64)
        moved[:, NONE] += self.offset
        return probabilities(moved, self.temperature)

    def fold(self, head):
        """Make a linear layer give calibrated logits."""
        with torch.no_grad():
            head.bias[NONE] += self.offset
            head.weight /= self.temperature
            head.bias /= self.temperature

    @staticmethod
    def fit(logits_, truth):
        """The temperature under which the true classes are likeliest (Guo et al. 2017), OFFSET being what it is."""
        def surprise(log_temperature):
            answer = Calibration(np.exp(log_temperature), OFFSET).apply(logits_)
            return -np.log(answer[np.arange(len(truth)), truth] + 1e-12).mean()

        return Calibration(float(np.exp(golden(surprise, np.log(0.3), np.log(5.0)))), OFFSET)


def golden(function, low, high, steps=40):
    """Where a function with one valley is least."""
    ratio = (np.sqrt(5) - 1) / 2
    for _ in range(steps):
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, b) if function(a) < function(b) else (a, high)
    return (low + high) / 2


def calibration_error(answer, truth):
    """Expected calibration error: |confidence - accuracy| over ten bins of confidence, by their counts."""
    confidence, right = answer.max(axis=1), answer.argmax(axis=1) == truth
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return sum(abs(confidence[bins == k].mean() - right[bins == k].mean()) * (bins == k).mean()
               for k in range(BINS) if (bins == k).any())


def recalls(truth, predicted, kinds):
    return {CLASSES[k]: float((predicted[truth == k] == k).mean()) for k in kinds if (truth == k).any()}


def interval(truth, predicted, groups):
    """95 % of the balanced accuracies over places drawn again (bootstrap by place: chips of one place are alike)."""
    random = np.random.default_rng(0)
    names = sorted(set(groups))
    members = {name: np.flatnonzero(groups == name) for name in names}
    drawn = []
    for _ in range(RESAMPLES):
        rows = np.concatenate([members[names[k]] for k in random.integers(len(names), size=len(names))])
        found = recalls(truth[rows], predicted[rows], range(6))
        drawn.append(np.mean(list(found.values())))
    return [percent(q) for q in np.quantile(drawn, [0.025, 0.975])]


def measure(truth, answer, groups):
    """Figures of answers [N,7], as the application sees them: the largest of all seven wins."""
    predicted = answer.argmax(axis=1)
    matrix = np.zeros((len(CLASSES), len(CLASSES)), int)
    np.add.at(matrix, (truth, predicted), 1)
    present = [k for k in range(len(CLASSES)) if matrix[k].sum()]
    found = recalls(truth, predicted, present)
    land = truth < 6
    return {
        "n": int(land.sum()),
        "accuracy": percent((predicted == truth)[land].mean()),
        "balanced_accuracy": percent(np.mean([found[CLASSES[k]] for k in present if k < 6])),
        "balanced_accuracy_95": interval(truth[land], predicted[land], groups[land]),
        "expected_calibration_error": round(float(calibration_error(answer, truth)), 3),
        "mean_confidence": percent(answer.max(axis=1)[land].mean()),
        "recall": {name: percent(value) for name, value in found.items()},
        "n_by_class": {CLASSES[k]: int(matrix[k].sum()) for k in present},
        "confusion_matrix": {"rows": "truth", "columns": CLASSES,
                             **{CLASSES[k]: matrix[k].tolist() for k in present}},
    }


def by_place(truth, answer, places):
    """Chips and how many were right, for every place of NAIP."""
    right = answer.argmax(axis=1) == truth
    return {name: {"n": int((places == name).sum()), "right": int(right[places == name].sum())}
            for name in sorted(set(places))}


def percent(share):
    return round(100 * float(share), 1)


def report(figures):
    """The figures as lines of text."""
    lines = []
    for name, f in figures.items():
        low, high = f["balanced_accuracy_95"]
        lines.append(f"{name}: {f['accuracy']} % of {f['n']}, balanced {f['balanced_accuracy']} % ({low} to {high}), "
                     f"mean confidence {f['mean_confidence']} %, calibration error {f['expected_calibration_error']}")
        lines.append(f"  {'truth':<12}" + "".join(f"{c[:6]:>8}" for c in CLASSES) + f"{'recall':>9}")
        for truth, row in f["confusion_matrix"].items():
            if truth in CLASSES:
                lines.append(f"  {truth:<12}" + "".join(f"{n:>8}" for n in row) + f"{f['recall'][truth]:>8} %")
    return "\n".join(lines)
