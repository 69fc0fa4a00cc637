#!/usr/bin/env python3
"""Unpacks red, green and blue of a whole file with GDAL, block by block, on one core.

Prints millions of pixels per second of CPU time, user and system, once a round; starting Python and
loading GDAL do not count. Usage: gdal_decode.py FILE [ROUNDS=3]. Needs Debian's python3-gdal.
"""
import sys
import time

from osgeo import gdal

gdal.UseExceptions()
gdal.SetConfigOption("GDAL_NUM_THREADS", "1")
gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
gdal.SetCacheMax(64 << 20)


def up_to(block):
    return (256 + block - 1) // block * block


def one_round(path):
    before = time.process_time()
    image = gdal.Open(path)
    across, down = image.RasterXSize, image.RasterYSize
    block = image.GetRasterBand(1).GetBlockSize()
    width, height = up_to(block[0]), up_to(block[1])
    for y in range(0, down, height):
        for x in range(0, across, width):
            image.ReadRaster(x, y, min(width, across - x), min(height, down - y), band_list=[1, 2, 3])
    del image
    return across * down / 1e6 / (time.process_time() - before)


for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 3):
    print(f"{one_round(sys.argv[1]):.1f}", flush=True)
