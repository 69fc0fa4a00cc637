"""Draws ground that the labelled places show too little of: tilled and sown fields, shrubs, water, cloud and the unlike.

Every function returns float32 [size,size,3] in 0..255 at 1 m a pixel. Nothing is copied from imagery: colours are
ranges, patterns are noise. The draws follow the generator given and nothing else.
"""

import numpy as np

SOILS = np.array([[152, 132, 112], [186, 166, 128], [122, 102, 84], [206, 196, 168], [164, 140, 122], [98, 88, 78],
                  [176, 150, 120], [140, 128, 108]], np.float32)
CROPS = np.array([[32, 52, 46], [58, 88, 62], [84, 110, 80], [108, 132, 92], [136, 148, 102], [46, 70, 52],
                  [92, 100, 72], [150, 140, 96], [34, 48, 46], [54, 66, 54]], np.float32)
WATERS = np.array([[24, 34, 48], [36, 54, 72], [58, 80, 94], [86, 104, 112], [16, 18, 24], [104, 126, 140]], np.float32)
BARE = np.array([[206, 198, 180], [188, 172, 148], [172, 150, 124], [222, 216, 204], [150, 132, 112], [196, 182, 164],
                 [160, 148, 136]], np.float32)
GREENS = np.array([[104, 120, 74], [122, 132, 84], [88, 108, 66], [136, 140, 96]], np.float32)
GRASSES = np.array([[168, 148, 108], [184, 166, 122], [150, 138, 104], [120, 128, 90], [196, 184, 150]], np.float32)


def noise(random, size, cell):
    """Smooth noise of zero mean and unit spread whose hills are about `cell` metres wide."""
    count = max(2, int(np.ceil(size / cell)) + 2)
    grid = random.standard_normal((count, count)).astype(np.float32)
    at = np.linspace(0, count - 1.001, size)
    low, part = at.astype(int), (at % 1).astype(np.float32)
    part = part * part * (3 - 2 * part)
    rows = grid[low] * (1 - part[:, None]) + grid[low + 1] * part[:, None]
    field = rows[:, low] * (1 - part) + rows[:, low + 1] * part
    return (field - field.mean()) / (field.std() + 1e-6)


def cloudy(random, size, largest):
    """Noise on several scales, the largest strongest, as weather and wetness leave it on open ground."""
    total, cell, weight = np.zeros((size, size), np.float32), largest, 1.0
    while cell >= 3:
        total += weight * noise(random, size, cell)
        cell, weight = cell / 2.5, weight * 0.6
    return total / (total.std() + 1e-6)


def coloured(random, palette, field, amount):
    """A palette's colour, a little off, made lighter and darker by `field`."""
    pair = palette[random.integers(len(palette), size=2)]
    base = pair[0] + (pair[1] - pair[0]) * random.uniform(0, 0.6) + random.normal(0, 5, 3)
    tint = random.normal(1, 0.15, 3)
    return (base + amount * field[..., None] * tint).astype(np.float32)


def across(random, size):
    """Metres across a direction of driving, and along it."""
    angle = random.integers(2) * np.pi / 2 + random.normal(0, 0.06) if random.random() < 0.7 else random.uniform(0, np.pi)
    y, x = np.mgrid[:size, :size].astype(np.float32)
    return x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)


def profile(random, positions, period):
    """Rows: a wave of one period, each row a little different from the next."""
    count = int(positions.max() - positions.min()) + 4
    lines = random.standard_normal(count).astype(np.float32)
    width = max(1, int(period / 2))
    lines = np.convolve(lines, np.ones(width, np.float32) / np.sqrt(width), "same")
    at = positions - positions.min()
    single = np.interp(at.ravel(), np.arange(count), lines).reshape(at.shape).astype(np.float32)
    wave = np.sin(2 * np.pi * at / period + random.uniform(0, 6.3))
    share = random.uniform(0, 1)
    return share * wave + (1 - share) * single


def borders(random, u):
    """Low dikes between the checks of irrigation, or wheel tracks: thin lines at one distance, mostly lighter."""
    spacing, width = random.uniform(9, 60), random.uniform(0.6, 2.5)
    distance = np.abs((u + random.uniform(0, spacing)) % spacing - spacing / 2)
    tone = random.uniform(6, 45) if random.random() < 0.8 else random.uniform(-20, -6)
    return np.clip(width / 2 + 0.5 - distance, 0, 1) * tone * (1 + 0.3 * noise(random, u.shape[0], random.uniform(8, 60)))


def field(random, size):
    """One field: bare tilled soil or a crop, in rows that may be faint, at times between borders."""
    bare = random.random() < 0.55
    picture = coloured(random, SOILS if bare else CROPS, cloudy(random, size, random.uniform(20, 150)),
                       random.uniform(1, 9))
    u, v = across(random, size)
    rows = profile(random, u, random.uniform(1.6, 3.5) if random.random() < 0.5 else random.uniform(3.5, 20))
    faintest = 1.6 if bare else 0.5
    strength = np.exp(random.uniform(np.log(faintest), np.log(12))) * (1 + 0.4 * noise(random, size, random.uniform(15, 80)))
    picture += (rows * strength)[..., None]
    if random.random() < 0.4:
        picture += (profile(random, u, random.uniform(20, 60)) * random.uniform(1, 6))[..., None]
    if random.random() < (0.25 if bare else 0.5):
        picture += borders(random, u if random.random() < 0.6 else v)[..., None]
    if random.random() < 0.25:
        line = np.abs(v - random.uniform(v.min(), v.max())) < random.uniform(1, 3)
        picture[line] += random.uniform(-25, 35)
    return picture + random.normal(0, random.uniform(0.5, 3), picture.shape).astype(np.float32)


def fields(random, size):
    """A field, or two of them at a straight boundary with a track between."""
    picture = field(random, size)
    if random.random() < 0.35:
        other = field(random, size)
        u, _ = across(random, size)
        edge = random.uniform(np.quantile(u, 0.15), np.quantile(u, 0.85))
        picture[u > edge] = other[u > edge]
        if random.random() < 0.6:
            track = np.abs(u - edge) < random.uniform(1, 8)
            picture[track] = SOILS[random.integers(len(SOILS))] + random.uniform(10, 40)
    return picture


def shrubs(random, ground):
    """Dark dots with shadows on `ground`, alone, in patches or closing up."""
    size = ground.shape[0]
    picture = ground.astype(np.float32).copy()
    per_hectare = np.exp(random.uniform(np.log(18), np.log(350)))
    count = int(per_hectare * size * size / 10_000)
    where = random.integers(0, size, (3 * count + 1, 2))
    thickness = noise(random, size, random.uniform(15, 120))[where[:, 0], where[:, 1]]
    patchy = random.uniform(0, 1.5)
    where = where[random.random(len(where)) < 1 / (1 + np.exp(-patchy * thickness))][:count]
    radius = random.uniform(0.7, 2.2)
    y, x = np.mgrid[-4:5, -4:5]
    turn = random.uniform(0, 2 * np.pi)
    shade = np.array([np.cos(turn), np.sin(turn)]) * random.uniform(0, 1.5)
    leaf = random.uniform(0.45, 0.8) * np.array([random.uniform(0.92, 1.02), 1.0, random.uniform(0.85, 1.0)])
    canvas = np.ones((size + 8, size + 8), np.float32)
    for row, col in where:
        r = radius * np.exp(random.normal(0, 0.35))
        body = np.clip(r + 0.5 - np.hypot(y, x), 0, 1)
        dark = 0.6 * np.clip(r + 0.5 - np.hypot(y - shade[0], x - shade[1]), 0, 1)
        part = canvas[row:row + 9, col:col + 9]
        np.minimum(part, 1 - np.maximum(body, dark), out=part)
    cover = 1 - canvas[4:-4, 4:-4, None]
    return picture * (1 - cover * (1 - leaf)).astype(np.float32)


def dry(random, size):
    """Dry open ground without pattern, to put shrubs on."""
    palette = GRASSES if random.random() < 0.5 else SOILS
    return coloured(random, palette, cloudy(random, size, random.uniform(30, 200)), random.uniform(2, 9))


def veins(random, size, cell):
    """Branching lines, 1 on them and 0 off them, as water and wind leave them."""
    return np.exp(-(noise(random, size, cell) / random.uniform(0.03, 0.12)) ** 2)


def bare(random, size):
    """Bare ground that nobody tilled: playa, pavement, sand, with washes and pale or dark patches, and no rows."""
    picture = coloured(random, BARE, cloudy(random, size, random.uniform(30, 250)), random.uniform(1, 12))
    if random.random() < 0.6:
        picture += (veins(random, size, random.uniform(25, 120)) * random.uniform(-18, 22))[..., None]
    if random.random() < 0.4:
        picture += (np.tanh(3 * noise(random, size, random.uniform(20, 120))) * random.uniform(3, 14))[..., None]
    if random.random() < 0.2:
        u, _ = across(random, size)
        picture[np.abs(u - random.uniform(u.min(), u.max())) < random.uniform(1, 3)] += random.uniform(5, 25)
    return picture + random.normal(0, random.uniform(0.5, 4), picture.shape).astype(np.float32)


def grass(random, size):
    """Grassland, dry or green: soft patches on every scale, trails, a scatter of darker tufts, and no rows."""
    picture = coloured(random, GRASSES if random.random() < 0.85 else GREENS,
                       cloudy(random, size, random.uniform(15, 150)), random.uniform(2, 10))
    fine = noise(random, size, random.uniform(2, 5))
    picture += (fine * random.uniform(0.5, 5))[..., None]
    if random.random() < 0.3:
        picture += (veins(random, size, random.uniform(30, 120)) * random.uniform(-10, 12))[..., None]
    return picture + random.normal(0, random.uniform(0.5, 3), picture.shape).astype(np.float32)


def water(random, size):
    """Open water: dark or clouded, smooth or rippled, at times with glint; never greener than blue, as crops are."""
    picture = coloured(random, WATERS, cloudy(random, size, random.uniform(60, 300)), random.uniform(0.5, 7))
    red, green, blue = picture.mean(axis=(0, 1))
    picture[..., 2] += max(0.0, max(red, green) - blue)
    if random.random() < 0.5:
        u, _ = across(random, size)
        ripple = np.sin(2 * np.pi * (u + 2 * noise(random, size, 12)) / random.uniform(2.5, 9))
        picture += (random.uniform(0.5, 5) * ripple)[..., None]
    if random.random() < 0.15:
        picture += np.maximum(0, noise(random, size, 2.2) - 1.2)[..., None] * random.uniform(15, 60)
    return picture + random.normal(0, random.uniform(0.3, 2), picture.shape).astype(np.float32)


def cloud(random, ground):
    """Cloud over most of `ground`, or its shadow: nothing of the ground can be told."""
    size = ground.shape[0]
    if random.random() < 0.3:
        return ground * random.uniform(0.02, 0.14) + random.uniform(0, 12)
    cover = 1 / (1 + np.exp(-(cloudy(random, size, random.uniform(80, 300)) + random.uniform(1.2, 3)) * 2))
    white = random.uniform(205, 250) + 6 * cloudy(random, size, 60)
    return ground * (1 - cover[..., None]) + (white * cover)[..., None]


def unlike(random, size):
    """What no camera over land gives: flat colour, bright bands, checks, static, false colour."""
    kind = random.integers(5)
    if kind == 0:
        return np.full((size, size, 3), 1, np.float32) * random.uniform(0, 255, 3).astype(np.float32)
    if kind == 1:
        u, _ = across(random, size)
        wave = np.sin(2 * np.pi * u / random.uniform(8, 60))[..., None]
        return 128 + wave * random.uniform(40, 120, 3).astype(np.float32)
    if kind == 2:
        y, x = np.mgrid[:size, :size] // random.integers(4, 40)
        return np.where(((x + y) % 2 == 0)[..., None], random.uniform(0, 255, 3), random.uniform(0, 255, 3))
    if kind == 3:
        return 128 + random.uniform(25, 70) * random.standard_normal((size, size, 3))
    hue = np.stack([cloudy(random, size, random.uniform(20, 200)) for _ in range(3)], axis=-1)
    return 128 + hue * random.uniform(30, 60)
