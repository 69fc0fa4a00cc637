"""Makes app/src/main/resources/org/coverscape/app/us-states.txt: the outlines of the states of the USA.

The boundaries are those of the US Census Bureau's cartographic boundary files (2017, 1:10,000,000), which are a work of
the US government and in the public domain. They are taken from the topology that the npm package us-atlas publishes:

    npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz
    python3 recipe/states.py package/states-10m.json app/src/main/resources/org/coverscape/app/us-states.txt

Standard library only. The result is the same for the same input, byte by byte.

Boundaries that two states share are stored once, so that neighbours have no slivers between them. Lines of the file:

    grid WEST SOUTH DX DY       a point (column, row) lies at WEST + column * DX, SOUTH + row * DY, in degrees
    arc TEXT                    the points of a line, see `packed`; arcs are numbered from 0
    state CODE NAME             begins a state; its rings follow
    ring N N ...                arcs that are joined end to end; ~N (that is -N - 1) is arc N from its end to its start
"""

import argparse
import json

CODES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA", "Colorado": "CO",
    "Connecticut": "CT", "Delaware": "DE", "District of Columbia": "DC", "Florida": "FL", "Georgia": "GA",
    "Hawaii": "HI", "Idaho": "ID", "Illinois": "IL", "Indiana": "IN", "Iowa": "IA", "Kansas": "KS", "Kentucky": "KY",
    "Louisiana": "LA", "Maine": "ME", "Maryland": "MD", "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN",
    "Mississippi": "MS", "Missouri": "MO", "Montana": "MT", "Nebraska": "NE", "Nevada": "NV", "New Hampshire": "NH",
    "New Jersey": "NJ", "New Mexico": "NM", "New York": "NY", "North Carolina": "NC", "North Dakota": "ND",
    "Ohio": "OH", "Oklahoma": "OK", "Oregon": "OR", "Pennsylvania": "PA", "Rhode Island": "RI",
    "South Carolina": "SC", "South Dakota": "SD", "Tennessee": "TN", "Texas": "TX", "Utah": "UT", "Vermont": "VT",
    "Virginia": "VA", "Washington": "WA", "West Virginia": "WV", "Wisconsin": "WI", "Wyoming": "WY",
}
"""The 50 states and the District of Columbia; territories beyond the sea are left out."""

DIGITS = "".join(chr(c) for c in range(48, 112))
"""Characters of a number in base 64; the upper half says that more follow."""


def packed(points):
    """Steps from point to point (the first from 0, 0), columns and rows in turn: zigzag, then 5 bits to a character."""
    text = []
    for step in [n for point in points for n in point]:
        number = 2 * step if step >= 0 else -2 * step - 1
        while number >= 32:
            text.append(DIGITS[32 | number & 31])
            number >>= 5
        text.append(DIGITS[number])
    return "".join(text)


def rings(topology, geometry):
    """The rings of a geometry as lists of arc numbers, shells and holes alike; islets of no area are left out."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    points = [len(arc) - 1 for arc in topology["arcs"]]
    return [r for polygon in polygons for r in polygon if sum(points[a if a >= 0 else ~a] for a in r) >= 3]


def lines(topology):
    """The lines of the file."""
    wanted = [g for g in topology["objects"]["states"]["geometries"] if g["properties"]["name"] in CODES]
    if len(wanted) != len(CODES):
        raise SystemExit(f"found {len(wanted)} of {len(CODES)} states")
    used = sorted({a if a >= 0 else ~a for g in wanted for ring in rings(topology, g) for a in ring})
    numbers = {arc: i for i, arc in enumerate(used)}
    west, south = topology["transform"]["translate"]
    dx, dy = topology["transform"]["scale"]
    yield f"grid {west!r} {south!r} {dx!r} {dy!r}"
    for arc in used:
        yield "arc " + packed(topology["arcs"][arc])
    for g in sorted(wanted, key=lambda g: g["properties"]["name"]):
        yield f"state {CODES[g['properties']['name']]} {g['properties']['name']}"
        for ring in rings(topology, g):
            yield "ring " + " ".join(str(numbers[a] if a >= 0 else ~numbers[~a]) for a in ring)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("topology", help="states-10m.json of us-atlas")
    parser.add_argument("out", help="us-states.txt")
    args = parser.parse_args()
    with open(args.topology, encoding="utf-8") as file:
        topology = json.load(file)
    with open(args.out, "w", encoding="ascii", newline="\n") as file:
        for line in lines(topology):
            file.write(line + "\n")


if __name__ == "__main__":
    main()
