"""The model card that ships beside the network."""

import evaluation
import folds
import network
from sources import CLASSES

TRAINING_DATA = [
    {"name": "NAIP aerial imagery, USDA: labelled chips and windows (recipe/labels.csv)", "terms": "public domain",
     "published_by": "bl166/USPowerPlantDataset, calebrob6/land-cover, opengeos/data (MIT), "
                     "jonathanventura/urban-tree-detection-data (CC BY 4.0), ermongroup/tile2vec (MIT), "
                     "locationtech/rasterframes (Apache-2.0), tnmthai/gis-medium"},
    {"name": "NAIP patches of West Virginia with NLCD codes", "terms": "public domain (USDA NAIP, MRLC NLCD)",
     "published_by": "calebrob6/land-cover"},
    {"name": "UC Merced Land Use: 20 of its 21 classes, and windows of beach",
     "terms": "public domain (USGS imagery)", "published_by": "UC Merced"},
    {"name": "Drawn ground: tilled and sown fields, bare ground, grassland, shrubs, water, cloud, the unlike "
             "(recipe/synthetic.py)",
     "terms": "part of this project", "published_by": "Coverscape"},
]


def write(figures, places, calibration, rounding, steadiness, found, seed, steps):
    """The card as plain values; `rounding` is how many chips of how many keep their class in 8 bits."""
    return {
        "name": "coverscape-landcover",
        "version": 3,
        "date": "2026-11",
        "description": "A small residual CNN that names the land cover of a 224 m square of aerial imagery, "
                       "and of its 49 cells of 32 m.",
        "classes": CLASSES[:6],
        "seventh_class": "none of the six (water, cloud, deep shadow, the unlike): 1 minus the sum of a row of scores",
        "gsd_metres": 1.0,
        "input_size": 224,
        "input": "images uint8 [N,224,224,3], R G B; preprocessing is inside",
        "outputs": {"features": f"float [N,{network.FEATURES}]", "scores": "float [N,6], in the order of classes",
                    "dense": f"float [N,{network.CELLS},{network.CELLS},6]: scores of 32 m cells, north to south, "
                             "west to east"},
        "resampling": "area average to 1 m; centre crop, or symmetric mirroring (edge pixel repeated) to 224",
        "calibration": {"temperature": round(calibration.temperature, 4),
                        "added_to_none_of_the_six": round(calibration.offset, 4)},
        "terms": "weights trained on public-domain imagery; see training_data",
        "training_data": TRAINING_DATA,
        "training": {"sources": len(found), "seed": seed, "steps": steps},
        "measured_by": f"cross-validation: {folds.FOLDS} networks, each trained without a quarter of the places "
                       "(UC Merced: without a run of twenty images of each class), answer for what they never saw; "
                       "the network shipped is the same recipe on all places",
        "cross_validation": figures,
        "naip_by_place": places,
        "same_class_in_8_bits": {"kept": rounding[0], "n": rounding[1],
                                 "percent": evaluation.percent(rounding[0] / rounding[1])},
        "same_class_when_resampled": {
            name: {"kept": kept, "n": n, "percent": evaluation.percent(kept / n)}
            for name, (kept, n) in steadiness.items()},
        "limits": [
            "Ground never seen is a few places of the United States; read the n and the interval beside a figure.",
            "UC Merced is split by runs of images, not by place: its figure is the kinder one.",
            "Labels by eye; dry herbaceous, shrub and barren ground are alike in summer without near-infrared.",
            "Smooth brown ground of a kind that was not trained on (playa, sparse shrub on sand) is often taken for "
            "fields, and fallow fields for bare ground: they differ by faint lines only.",
            "Very dark, smooth crops of a kind that was not trained on are taken for water: none of the six.",
            "Rivers between banks are mostly named for the banks; open water fills a chip before it is told.",
            "The scenes behind same_class_when_resampled are trained on; they measure steadiness, not accuracy.",
            "Cells of 32 m see little beyond themselves; trees and lawns in towns may be named for what they are.",
        ],
    }
