"""Lists the labelled ground and how often each part of it is drawn."""

import csv
import os
from dataclasses import dataclass, field

import numpy as np

import ground

CLASSES = ["barren", "cultivated", "developed", "forested", "herbaceous", "shrub", "none"]
HERE = os.path.dirname(os.path.abspath(__file__))

UC_MERCED = {
    "agricultural": "cultivated", "forest": "forested", "chaparral": "shrub", "harbor": "none", "river": "none",
    **dict.fromkeys(
        ["airplane", "buildings", "denseresidential", "freeway", "intersection", "mediumresidential",
         "mobilehomepark", "overpass", "parkinglot", "runway", "storagetanks", "sparseresidential", "tenniscourt",
         "golfcourse", "baseballdiamond"], "developed"),
}
"""UC Merced's classes in ours. `beach` is half water, half sand: only windows of it, named in labels.csv, are used."""

CHESAPEAKE_PLACE = "wv2014-3708020sw"
CHESAPEAKE_DOMINANT = 0.9
PASTURE = {"wv_1m_2014-m_3708020_sw_17_1-7.npz": [(86, 6, 160, 120)],
           "wv_1m_2014-m_3708020_sw_17_1-3.npz": [(0, 118, 80, 90)]}
"""Windows of grass in mixed patches, labelled herbaceous by eye."""

NLCD = {21: 2, 22: 2, 23: 2, 24: 2, 31: 0, 41: 3, 42: 3, 43: 3, 90: 3, 51: 5, 52: 5,
        71: 4, 72: 4, 73: 4, 74: 4, 95: 4, 81: 1, 82: 1, 11: 6, 12: 6}


@dataclass
class Source:
    """One labelled image at 1 m: `rgb` uint8 [H,W,3], its class number, the group it is drawn with, its origin.

    `gsd` is the pixel size of the file it came from, `window` the part of it in its own pixels: "x y width height",
    `number` its place in the order of its folder.
    """

    rgb: np.ndarray
    label: int
    group: str
    place: str
    path: str
    window: str = ""
    gsd: float = 1.0
    number: int = 0
    weight: float = field(default=1.0)


def from_labels(root):
    """The NAIP chips and windows of labels.csv, labelled by eye."""
    with open(os.path.join(HERE, "labels.csv"), newline="") as file:
        for row in csv.DictReader(file):
            window = tuple(map(int, row["window"].split())) if row["window"] else None
            rgb, gsd = ground.load(root, row["path"], window)
            label = CLASSES.index(row["class"])
            group = "ucmerced-beach" if row["place"] == "ucmerced" else row["place"]
            number = int("".join(filter(str.isdigit, os.path.basename(row["path"]))) or 0) if group == "ucmerced-beach" else 0
            yield Source(rgb, label, group, row["place"], row["path"], row["window"], gsd, number)


def from_uc_merced(root):
    """UC Merced at 1 m: 77 px an image."""
    for name, label in sorted(UC_MERCED.items()):
        folder = os.path.join("training", "ucmerced", name)
        for number, file in enumerate(sorted(os.listdir(os.path.join(root, folder)))):
            path = os.path.join(folder, file)
            rgb, gsd = ground.load(root, path)
            yield Source(rgb, CLASSES.index(label), "ucmerced-" + name, "ucmerced", path, "", gsd, number)


def from_chesapeake(root):
    """West Virginia patches, both dates, where one class covers 90 % of the NLCD codes, and PASTURE."""
    folder = os.path.join("training", "chesapeake", "test-train_patches")
    for file in sorted(os.listdir(os.path.join(root, folder))):
        bands = np.load(os.path.join(root, folder, file))["arr_0"][0]
        codes = np.vectorize(lambda code: NLCD.get(int(code), -1))(bands[9])
        shares = [(codes == label).mean() for label in range(len(CLASSES))]
        label = int(np.argmax(shares))
        for first, date in ((0, "newer"), (4, "older")):
            rgb = np.moveaxis(bands[first:first + 3], 0, -1).astype(np.uint8)
            if shares[label] >= CHESAPEAKE_DOMINANT:
                yield Source(rgb, label, CHESAPEAKE_PLACE, CHESAPEAKE_PLACE, os.path.join(folder, file) + "#" + date)
            for x, y, width, height in PASTURE.get(file, []):
                yield Source(rgb[y:y + height, x:x + width], 4, CHESAPEAKE_PLACE + "-pasture", CHESAPEAKE_PLACE,
                             os.path.join(folder, file) + "#" + date, f"{x} {y} {width} {height}")


def everything(root):
    """Every labelled source."""
    return [*from_labels(root), *from_uc_merced(root), *from_chesapeake(root)]


CLASS_SHARE = [0.13, 0.19, 0.28, 0.13, 0.12, 0.10, 0.05]
NAIP_SHARE = [0.65, 0.6, 0.35, 0.45, 1.0, 0.5, 0.35]
GROUP_FACTOR = {"nd-47.02N99.15W": 0.3, "ca-35.13N119.24W": 1.5, "wv2014-3708020sw-pasture": 1.5}
"""North Dakota is 5 m imagery: it teaches colours, not texture. Pale fallow fields and green pasture are scarce."""


def extent(source):
    """The size of a source in chips, between 1 and 6."""
    return float(np.clip(source.rgb[..., 0].size / ground.CHIP**2, 1, 6))


def weigh(sources):
    """Set weights: classes by CLASS_SHARE, NAIP's part of each by NAIP_SHARE, groups by the root of their extent."""
    for label, share in enumerate(CLASS_SHARE):
        kinds = {}
        for source in sources:
            if source.label == label:
                kinds.setdefault(source.place == "ucmerced", {}).setdefault(source.group, []).append(source)
        parts = {merced: 1 - NAIP_SHARE[label] if merced else NAIP_SHARE[label] for merced in kinds}
        for merced, groups in kinds.items():
            part = share * parts[merced] / sum(parts.values())
            sizes = {name: GROUP_FACTOR.get(name, 1) * np.sqrt(sum(map(extent, members)))
                     for name, members in groups.items()}
            for name, members in groups.items():
                for source in members:
                    source.weight = (part * sizes[name] / sum(sizes.values())
                                     * extent(source) / sum(map(extent, members)))
