"""Random chips from labelled ground: where it is cut, how it is turned, lit, blurred and holed."""

import numpy as np
import torch
import torch.nn.functional as F

import ground
import synthetic
from sources import CLASSES

TURNING = 10 / 7
"""A canvas is this much larger than the chip cut from it, so that it holds the chip turned: a little over sqrt(2)."""

MOSAIC = 0.5
CUT_MIX = 0.35
HOLES = 0.15
HAZE = 0.2
CELL = 32
"""Metres of a cell of the dense answer."""

DRAWN = {"barren": 0.4, "cultivated": 0.3, "herbaceous": 0.25, "shrub": 0.2, "none": 0.4}
"""The part of a class's chips that is drawn (synthetic.py) and not cut from imagery."""

POOL, RENEWED = 200, 0.03
"""Drawn pictures kept for each class, and how often one is drawn anew: drawing takes longer than learning."""
PICTURE = round(ground.CHIP * TURNING)


class Sampler:
    """Draws batches of augmented chips. One instance is one stream of random numbers; not thread-safe."""

    def __init__(self, sources, seed):
        self.sources = sources
        self.random = np.random.default_rng(seed)
        weights = np.array([s.weight for s in sources])
        self.weights = weights / weights.sum()
        generator = torch.Generator().manual_seed(seed)
        self.noise = torch.randn((32, 3, ground.CHIP, ground.CHIP), generator=generator)
        self.bare = [s for s in sources if s.place != "ucmerced" and CLASSES[s.label] in ("barren", "herbaceous")]
        self.pools = {}
        self.groups = {}
        for s in sources:
            self.groups.setdefault((s.group, s.label), []).append(s)

    def batch(self, count, chip, classes, glow=1.0):
        """Augmented chips and what they show; `glow` scales the light.

        float [count,3,chip,chip] in 0..255; shares of the ground [count,classes] of the chips and
        [count,chip/32,chip/32,classes] of their cells; 1 for every cell that may be learnt from, else 0.
        """
        chosen = self.random.choice(len(self.sources), count, p=self.weights)
        canvases = np.stack([self.canvas(self.sources[k], round(chip * TURNING)) for k in chosen])
        labels = torch.tensor([self.sources[k].label for k in chosen])
        targets = F.one_hot(labels, classes).float()
        with torch.no_grad():
            images = torch.from_numpy(canvases).permute(0, 3, 1, 2).float()
            images = self.texture(self.light(self.turn(images, chip), glow))
            images, targets, cells = self.cut_mix(images, targets)
            images, seen = self.holes(images)
            return images.round_().clamp_(0, 255), targets, cells, seen

    def canvas(self, source, size):
        """size x size px of a source: a random crop, mirrored out, or a mosaic of small images of its group."""
        name = CLASSES[source.label]
        if self.random.random() < DRAWN.get(name, 0):
            return self.cut(self.drawn(name), size)
        small = max(source.rgb.shape[:2]) < 120
        if small and self.random.random() < MOSAIC:
            return self.mosaic(self.groups[(source.group, source.label)], source, size)
        return self.cut(source.rgb, size)

    def drawn(self, name):
        """A picture of a class that no camera took, from the pool of its class."""
        pool = self.pools.setdefault(name, [])
        if len(pool) < POOL:
            pool.append(self.draw(name, PICTURE))
            return pool[-1]
        at = self.random.integers(POOL)
        if self.random.random() < RENEWED:
            pool[at] = self.draw(name, PICTURE)
        return pool[at]

    def draw(self, name, size):
        """Draws ground of a class; shrubs and cloud may be over what a camera did see."""
        if name == "barren":
            picture = synthetic.bare(self.random, size)
        elif name == "herbaceous":
            picture = synthetic.grass(self.random, size)
        elif name == "cultivated":
            picture = synthetic.fields(self.random, size)
        elif name == "shrub":
            picture = synthetic.shrubs(self.random, self.open_ground(size))
        else:
            kind = self.random.random()
            if kind < 0.5:
                picture = synthetic.water(self.random, size)
            elif kind < 0.75:
                picture = synthetic.cloud(self.random, self.any_ground(size))
            else:
                picture = synthetic.unlike(self.random, size)
        return np.clip(picture + 0.5, 0, 255).astype(np.uint8)

    def open_ground(self, size):
        """Bare or dry herbaceous ground, drawn or of imagery."""
        if self.random.random() < 0.4 or not self.bare:
            return synthetic.dry(self.random, size)
        return self.cut(self.bare[self.random.integers(len(self.bare))].rgb, size).astype(np.float32)

    def any_ground(self, size):
        return self.cut(self.sources[self.random.integers(len(self.sources))].rgb, size).astype(np.float32)

    def cut(self, rgb, size):
        """size x size px at a random place, mirrored out where the picture is smaller."""
        height, width = rgb.shape[:2]
        if height >= size and width >= size:
            y, x = self.random.integers(height - size + 1), self.random.integers(width - size + 1)
            return rgb[y:y + size, x:x + size]

        def axis(n):
            if n > size:
                start = self.random.integers(n - size + 1)
                return np.arange(start, start + size)
            offset = (size - n) // 2 if self.random.random() < 0.5 else self.random.integers(2 * n)
            return ground.mirrored_indices(n, size, offset)

        return rgb[np.ix_(axis(height), axis(width))]

    def mosaic(self, group, source, size):
        """Tiles of one group, the drawn source among them, each turned by quarter turns."""
        tile = min(source.rgb.shape[:2])
        count = -(-size // tile)
        few = [source, *(group[k] for k in self.random.integers(len(group), size=3))]
        rows = []
        for _ in range(count):
            row = [np.rot90(self.cut(few[self.random.integers(4)].rgb, tile), self.random.integers(4))
                   for _ in range(count)]
            rows.append(np.concatenate(row, axis=1))
        return np.concatenate(rows, axis=0)[:size, :size]

    def turn(self, images, chip):
        """Any rotation, mirroring, 0.8 to 1.25 scale per axis, sub-pixel shifts; bilinear, mirrored outside."""
        n = len(images)
        angle = np.where(self.random.random(n) < 0.5, self.random.uniform(-0.15, 0.15, n), 0.0)
        angle = angle + self.random.integers(4, size=n) * (np.pi / 2)
        angle = np.where(self.random.random(n) < 0.25, self.random.uniform(0, 2 * np.pi, n), angle)
        scale = np.exp(self.random.uniform(-0.223, 0.223, (n, 1)) + self.random.normal(0, 0.03, (n, 2)))
        flip = np.where(self.random.random(n) < 0.5, -1.0, 1.0)
        shift = self.random.uniform(-0.15, 0.15, (n, 2))
        cos, sin = np.cos(angle), np.sin(angle)
        theta = np.zeros((n, 2, 3))
        theta[:, 0, 0], theta[:, 0, 1] = cos * scale[:, 0] * flip, -sin * scale[:, 1]
        theta[:, 1, 0], theta[:, 1, 1] = sin * scale[:, 0] * flip, cos * scale[:, 1]
        theta *= chip / images.shape[-1]
        theta[:, :, 2] = shift
        grid = F.affine_grid(torch.from_numpy(theta).float(), (n, 3, chip, chip), align_corners=False)
        return F.grid_sample(images, grid, mode="bilinear", padding_mode="reflection", align_corners=False)

    def light(self, images, glow):
        """Brightness, contrast, saturation, colour cast, gamma and haze, as between dates, sensors and balances."""
        n = len(images)

        def uniform(low, high, channels=1):
            return torch.from_numpy(self.random.uniform(low, high, (n, channels, 1, 1))).float()

        def about(centre, spread, channels=1):
            return uniform(centre - spread * glow, centre + spread * glow, channels)

        images = images.clamp_(0, 255)
        images = images + about(0, 0.18) * images * (1 - images / 255)
        contrast, saturation = about(1.02, 0.23), about(1, 0.25)
        gain = about(1, 0.1) * about(1, 0.06, 3)
        grey = torch.full((3, 3), 1 / 3)
        mixing = saturation[:, 0] * torch.eye(3) + (1 - saturation[:, 0]) * grey
        matrix = gain[:, :, 0] * contrast[:, 0] * mixing
        mean = images.mean(dim=(1, 2, 3), keepdim=True)
        offset = mean * (1 - contrast) * gain + about(0, 6) + about(0, 3, 3)
        lit = torch.baddbmm(offset[:, :, 0], matrix, images.flatten(2)).view_as(images)
        haze = uniform(0, 0.55) * glow * torch.from_numpy(self.random.random((n, 1, 1, 1)) < HAZE)
        return torch.lerp(lit, uniform(110, 190) + about(0, 12, 3), haze)

    def texture(self, images):
        """Slight blur (resampling), slight sharpening, and sensor noise."""
        padded = F.pad(images, (1, 1, 1, 1), mode="replicate")
        rows = padded[:, :, :-2] + padded[:, :, 1:-1] + padded[:, :, 2:]
        blurred = (rows[..., :-2] + rows[..., 1:-1] + rows[..., 2:]) / 9
        amount = torch.from_numpy(self.random.uniform(-0.5, 1.0, (len(images), 1, 1, 1))).float()
        strength = torch.from_numpy(self.random.uniform(0, 1.5, (len(images), 1, 1, 1))).float()
        chip = images.shape[-1]
        noise = self.noise[torch.from_numpy(self.random.integers(len(self.noise), size=len(images))), :, :chip, :chip]
        return torch.lerp(images, blurred, amount).addcmul_(strength, noise)

    def cut_mix(self, images, targets):
        """On some chips, a part of another at straight edges: answers become shares of the ground, cell by cell."""
        chip, cells = images.shape[-1], images.shape[-1] // CELL
        others = self.random.permutation(len(images))
        mixed, parts = images.clone(), torch.zeros(len(images), 1, chip, chip)
        for k in np.flatnonzero(self.random.random(len(images)) < CUT_MIX):
            part = torch.from_numpy(self.part(chip))
            mixed[k][:, part] = images[others[k]][:, part]
            parts[k, 0] = part
        shares = F.avg_pool2d(parts, CELL).reshape(len(images), cells, cells, 1)
        mine, theirs = targets[:, None, None], targets[others][:, None, None]
        dense = (1 - shares) * mine + shares * theirs
        return mixed, dense.mean(dim=(1, 2)), dense

    def part(self, chip):
        """bool [chip,chip]: one side of an edge, a strip as of a road, or a corner as of a field; under a half."""
        y, x = np.mgrid[:chip, :chip].astype(np.float32) - chip / 2
        angle = self.random.integers(4) * np.pi / 2 if self.random.random() < 0.6 else self.random.uniform(0, 2 * np.pi)
        u, v = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
        kind = self.random.random()
        if kind < 0.5:
            return u > self.random.uniform(0.05, 0.45) * chip
        if kind < 0.75:
            return np.abs(u - self.random.uniform(-0.4, 0.4) * chip) < self.random.uniform(6, 24)
        return (u > self.random.uniform(-0.2, 0.3) * chip) & (v > self.random.uniform(-0.2, 0.3) * chip)

    def holes(self, images):
        """On some chips, up to half filled with the mean of the rest, as NoData is before scoring; and what is left."""
        chip = images.shape[-1]
        axis = torch.arange(chip)
        y, x = torch.meshgrid(axis, axis, indexing="ij")
        left = torch.ones(len(images), 1, chip, chip)
        for k in np.flatnonzero(self.random.random(len(images)) < HOLES):
            angle = self.random.uniform(0, 2 * np.pi)
            along = x * np.cos(angle) + y * np.sin(angle)
            hole = along < torch.quantile(along.flatten()[::97], float(self.random.uniform(0.02, 0.5)))
            images[k][:, hole] = images[k][:, ~hole].mean(dim=1, keepdim=True)
            left[k, 0][hole] = 0
        return images, (F.avg_pool2d(left, CELL)[:, 0] > 0.5).float()
