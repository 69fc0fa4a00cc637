"""Bring any image to the model's ground sample distance and cut or mirror it to one chip.

The same three rules are used by training, by the evaluation and by the application's `evaluate` verb:
area averaging to 1 m, centre crop where the ground is larger than a chip, symmetric mirroring (the edge pixel is
repeated, as `numpy.pad(mode="symmetric")`) where it is smaller.
"""

import os

import numpy as np
import torch
from osgeo import gdal

gdal.UseExceptions()

CHIP = 224
GSD = 1.0


def read_rgb(path, window=None):
    """Read the first three bands as uint8 [H,W,3] and the pixel size in metres (None where the file has none)."""
    data = gdal.Open(path)
    x, y, w, h = window or (0, 0, data.RasterXSize, data.RasterYSize)
    rgb = np.stack([data.GetRasterBand(b).ReadAsArray(x, y, w, h) for b in (1, 2, 3)], axis=-1)
    transform = data.GetGeoTransform(can_return_null=True)
    return rgb.astype(np.uint8), abs(transform[1]) if transform else None


def pixel_size(path, stated):
    """The ground sample distance of a file: what it states, else what is known of its collection."""
    if f"{os.sep}ucmerced{os.sep}" in path:
        return 0.3
    if stated is not None:
        return stated
    return 0.6 if "tile2vec" in os.path.basename(path) else 1.0


def averaging_matrix(size, target):
    """[target,size] weights of an exact area average: each target pixel covers size/target source pixels."""
    edges = np.arange(target + 1) * (size / target)
    left = np.maximum(edges[:-1, None], np.arange(size)[None, :])
    right = np.minimum(edges[1:, None], np.arange(size)[None, :] + 1)
    return np.maximum(right - left, 0) * (target / size)


def interpolation_matrix(size, target):
    """[target,size] weights of a linear interpolation between pixel centres; used only for coarser imagery."""
    centres = np.clip((np.arange(target) + 0.5) * (size / target) - 0.5, 0, size - 1)
    low = np.minimum(np.floor(centres).astype(int), max(size - 2, 0))
    weights = np.zeros((target, size))
    rows = np.arange(target)
    weights[rows, low] = 1 - (centres - low)
    weights[rows, np.minimum(low + 1, size - 1)] += centres - low
    return weights


def resize(rgb, height, width):
    """Resample uint8 [H,W,3]: area average downwards, linear upwards; rounded half up."""
    def matrix(size, target):
        return averaging_matrix(size, target) if target <= size else interpolation_matrix(size, target)

    rows = torch.from_numpy(matrix(rgb.shape[0], height))
    columns = torch.from_numpy(matrix(rgb.shape[1], width))
    bands = torch.from_numpy(rgb).permute(2, 0, 1).double()
    averaged = (rows @ bands @ columns.T).permute(1, 2, 0)
    return averaged.add_(0.5).floor_().clamp_(0, 255).to(torch.uint8).numpy()


def to_gsd(rgb, gsd):
    """Resample from `gsd` metres to 1 m; the size is the ground rounded to whole metres (256 px of 0.3 m: 77)."""
    height, width = (max(1, int(np.floor(n * gsd / GSD + 0.5))) for n in rgb.shape[:2])
    if (height, width) == rgb.shape[:2]:
        return rgb
    return resize(rgb, height, width)


def mirrored_indices(size, target, offset):
    """Indices into an axis of `size` so that position `offset` shows index 0, mirrored on both sides."""
    folded = np.mod(np.arange(target) - offset, 2 * size)
    return np.where(folded < size, folded, 2 * size - 1 - folded)


def fit(rgb, size=CHIP):
    """Centre crop and/or mirror symmetrically to size x size; odd remainders go to the right and bottom."""
    def axis(n):
        if n >= size:
            start = (n - size) // 2
            return np.arange(start, start + size)
        return mirrored_indices(n, size, (size - n) // 2)

    return rgb[np.ix_(axis(rgb.shape[0]), axis(rgb.shape[1]))]


def load(root, path, window=None):
    """Read `path` below `root` (or a window of it, in its own pixels): (rgb at 1 m, the file's pixel size)."""
    full = os.path.join(root, path)
    rgb, stated = read_rgb(full, window)
    gsd = round(pixel_size(full, stated), 6)
    return to_gsd(rgb, gsd), gsd
