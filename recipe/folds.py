"""Splits the labelled ground by place into folds: a fold's chips are answered by a network that never saw its places."""

FOLDS = 4

PLACES = {
    "palm-springs-ca": 0, "tile2vec-cacentralvalley": 0, "va-36.62N78.00W": 0, "chico-ca": 0,
    "claremont-ca": 1, "wv2014-3708035ne": 1, "az-32.94N112.88W": 1, "berkeley-ca": 1,
    "az-32.65N114.43W": 2, "az-34.61N110.17W": 2, "ca-35.25N118.03W": 2, "wv2014-3708020sw": 2, "santa-monica-ca": 2,
    "riverside-ca": 3, "nd-47.02N99.15W": 3, "ca-35.13N119.24W": 3, "long-beach-ca": 3,
}
"""The fold of each place of NAIP. Every fold but the last has forest, every one several classes of open ground."""

UC_MERCED_IMAGES = 80


def of(source):
    """The fold that a source belongs to: its place's, or for UC Merced one of runs of twenty (neighbours look alike)."""
    if source.place == "ucmerced":
        return source.number * FOLDS // UC_MERCED_IMAGES
    return PLACES[source.place]
