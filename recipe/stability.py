"""The same ground, resampled: how many chips of the NAIP scenes keep their class."""

import os

import numpy as np
from osgeo import gdal, osr

import evaluation
import ground

STRIDE = 112
OTHER_ZONE = {26911: 26912, 26912: 26911}


def kept_classes(net, root):
    """{perturbation: (kept, n)} over the scenes of naip/utm, chips every 112 m, at least half valid."""
    kept = {}
    folder = os.path.join(root, "naip", "utm")
    for file in sorted(os.listdir(folder)):
        data = gdal.Open(os.path.join(folder, file))
        centres = chip_centres(data)
        plain = classes(net, cut(data, centres))
        for name, perturbed in perturbations(data, centres):
            same = classes(net, perturbed) == plain
            before = kept.get(name, (0, 0))
            kept[name] = (before[0] + int(same.sum()), before[1] + len(same))
    return kept


def perturbations(data, centres):
    """The same chips by other ways of resampling."""
    scene = pixels(data)
    height, width = scene.shape[:2]
    finer = ground.resize(scene, round(height / 0.6), round(width / 0.6))
    yield "to_0.6_m_and_back", cut_array(ground.resize(finer, height, width), centres)
    shifted = (scene[:-1, :-1].astype(int) + scene[1:, :-1] + scene[:-1, 1:] + scene[1:, 1:] + 2) // 4
    yield "half_pixel_shift", cut_array(shifted.astype(np.uint8), centres)
    there = gdal.Warp("", data, format="MEM", dstSRS=f"EPSG:{OTHER_ZONE[epsg(data)]}", xRes=1, yRes=1,
                      resampleAlg="bilinear")
    yield "other_zone", cut(there, moved(centres, data, there))
    back = gdal.Warp("", there, format="MEM", dstSRS=f"EPSG:{epsg(data)}", resampleAlg="bilinear",
                     outputBounds=bounds(data), width=width, height=height)
    yield "other_zone_and_back", cut(back, centres)


def epsg(data):
    return int(data.GetSpatialRef().GetAuthorityCode(None))


def bounds(data):
    x, step, _, y, _, down = data.GetGeoTransform()
    return x, y + down * data.RasterYSize, x + step * data.RasterXSize, y


def moved(centres, data, other):
    """Pixel centres of one raster in another with its own CRS."""
    systems = [data.GetSpatialRef(), other.GetSpatialRef()]
    for system in systems:
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    change = osr.CoordinateTransformation(*systems)
    to_ground = data.GetGeoTransform()
    to_pixel = gdal.InvGeoTransform(other.GetGeoTransform())
    found = []
    for x, y in centres:
        east, north, _ = change.TransformPoint(*gdal.ApplyGeoTransform(to_ground, float(x), float(y)))
        found.append([round(v) for v in gdal.ApplyGeoTransform(to_pixel, east, north)])
    return np.array(found)


def pixels(data):
    return np.moveaxis(data.ReadAsArray()[:3], 0, -1)


def chip_centres(data):
    """Centres every 112 px of chips that are at least 90 % valid (a turned cut of them is then surely half valid)."""
    scene = pixels(data)
    found = []
    for y in range(112, scene.shape[0] - 112 + 1, STRIDE):
        for x in range(112, scene.shape[1] - 112 + 1, STRIDE):
            if scene[y - 112:y + 112, x - 112:x + 112].any(axis=2).mean() >= 0.9:
                found.append((x, y))
    return np.array(found)


def cut(data, centres):
    return cut_array(pixels(data), centres)


def cut_array(scene, centres):
    """Chips around centres; NoData and ground outside are filled with the chip's mean, as the engine does."""
    padded = np.pad(scene, ((112, 112), (112, 112), (0, 0)))
    chips = []
    for x, y in centres:
        chip = padded[y:y + 224, x:x + 224].copy()
        valid = chip.any(axis=2)
        chip[~valid] = np.floor(chip[valid].mean(axis=0) + 0.5)
        chips.append(chip)
    return chips


def classes(net, chips):
    return evaluation.logits(net, chips).argmax(axis=1)
