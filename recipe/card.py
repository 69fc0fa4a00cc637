"""The model card that ships beside the network."""

import evaluation
import network
from sources import CLASSES

TRAINING_DATA = [
    {"name": "NAIP aerial imagery, USDA: labelled chips and windows (recipe/labels.csv)", "terms": "public domain",
     "published_by": "bl166/USPowerPlantDataset, calebrob6/land-cover, opengeos/data (MIT), "
                     "jonathanventura/urban-tree-detection-data (CC BY 4.0)"},
    {"name": "NAIP patches of West Virginia with NLCD codes", "terms": "public domain (USDA NAIP, MRLC NLCD)",
     "published_by": "calebrob6/land-cover"},
    {"name": "UC Merced Land Use: 64 images of each of 20 classes, and windows of beach",
     "terms": "public domain (USGS imagery)", "published_by": "UC Merced"},
]

HELD_OUT_DATA = [
    {"name": "NAIP of places not trained on (recipe/holdout.csv)", "terms": "public domain",
     "published_by": "jonathanventura/urban-tree-detection-data (CC BY 4.0), ermongroup/tile2vec (MIT), "
                     "calebrob6/land-cover, locationtech/rasterframes (Apache-2.0)"},
    {"name": "UC Merced Land Use: every fifth image of 20 classes", "terms": "public domain (USGS imagery)",
     "published_by": "UC Merced"},
]


def write(figures, steadiness, training, seed, steps):
    """The card as plain values."""
    return {
        "name": "coverscape-landcover",
        "version": 1,
        "date": "2026-11",
        "description": "A small residual CNN that names the land cover of a 224 m square of aerial imagery.",
        "classes": CLASSES[:6],
        "seventh_class": "none of the six (water, the unlike): 1 minus the sum of a row of scores",
        "gsd_metres": 1.0,
        "input_size": 224,
        "input": "images uint8 [N,224,224,3], R G B; preprocessing is inside",
        "outputs": {"features": f"float [N,{network.FEATURES}]", "scores": "float [N,6], in the order of classes"},
        "resampling": "area average to 1 m; centre crop, or symmetric mirroring (edge pixel repeated) to 224",
        "terms": "weights trained on public-domain imagery; see training_data",
        "training_data": TRAINING_DATA,
        "held_out_data": HELD_OUT_DATA,
        "training": {"sources": len(training), "seed": seed, "steps": steps},
        "held_out": figures,
        "same_class_when_resampled": {
            name: {"kept": kept, "n": n, "percent": evaluation.percent(kept / n)}
            for name, (kept, n) in steadiness.items()},
        "limits": [
            "Held-out NAIP is a few places of the United States; read the n beside every figure.",
            "UC Merced is held out by image, not by place: its figure is the kinder one.",
            "Brown tilled soil hardly occurs in the training data; the one held-out field of it is taken for shrub.",
            "The scenes behind same_class_when_resampled are trained on; they measure steadiness, not accuracy.",
            "Held-out figures were seen while choosing between three training runs, so they are a little kind.",
            "Labels by eye; dry herbaceous, shrub and barren ground are alike in summer without near-infrared.",
            "Smooth fallow fields and smooth bare ground differ by faint lines only.",
        ],
    }
