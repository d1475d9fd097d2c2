#!/usr/bin/env python3
"""Check the built basemap: check.py OUT. Prints what it counted; exit code 1 on any fault."""
import json
import os
import sys
from collections import Counter

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon

FRAME = (-25.0, -5.0, 45.0, 40.0)
AREA_TOLERANCE, SMALL_COUNTRY = 0.02, 5000.0        # relative; km2
DRAWN = ("coast", "borders", "region_lines")

# Town: lon, lat, country, region (None: not in a focus country).
TOWNS = {
    "Gao": (-0.05, 16.27, "MLI", "Gao"), "Kidal": (1.41, 18.44, "MLI", "Kidal"),
    "Tessalit": (1.01, 20.20, "MLI", "Kidal"), "Ménaka": (2.40, 15.92, "MLI", "Gao"),
    "Gossi": (-1.283, 15.817, "MLI", "Tombouctou"), "Bamako": (-8.0, 12.65, "MLI", "Bamako"),
    "Agadez": (7.99, 16.97, "NER", "Agadez"), "Diffa": (12.61, 13.315, "NER", "Diffa"),
    "Madama": (13.65, 21.95, "NER", "Agadez"), "Abéché": (20.83, 13.83, "TCD", "Ouaddaï"),
    "N'Djamena": (15.05, 12.11, "TCD", "N'Djamena"), "Aouzou": (17.43, 21.84, "TCD", "Tibesti"),
    "Djibo": (-1.63, 14.10, "BFA", "Sahel"), "Néma": (-7.26, 16.62, "MRT", "Hodh ech Chargui"),
    "Kousséri": (15.03, 12.08, "CMR", None), "Tindouf": (-8.13, 27.67, "DZA", None),
    "Laâyoune": (-13.20, 27.15, "ESH", None), "Tifariti": (-10.56, 26.15, "ESH", None),
    "Hargeisa": (44.06, 9.56, "SOL", None), "Juba": (31.6, 4.85, "SSD", None),
}
faults = []


def fault(text):
    faults.append(text)
    print("FAULT", text)


def km2(geometry):
    """Area on a sphere, by the cylindrical equal-area projection."""
    r = 6371.0072
    return shapely.transform(geometry, lambda c: np.column_stack(
        [np.radians(c[:, 0]) * r, np.sin(np.radians(c[:, 1])) * r])).area


class Level:
    def __init__(self, path):
        with open(path, encoding="utf-8") as fh:
            text = fh.read()
        self.size = len(text.encode())
        self.data = json.loads(text)
        (sx, sy), (ox, oy) = (self.data["transform"][k] for k in ("scale", "translate"))
        self.arcs = []
        for arc in self.data["arcs"]:
            x = y = 0
            points = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                points.append((ox + x * sx, oy + y * sy))
            self.arcs.append(points)

    def geometries(self, name):
        return self.data["objects"][name]["geometries"]

    def lines(self, geometry):
        """The lists of arc numbers of a geometry, one for each line or ring."""
        if geometry["type"] == "Point":
            return []
        arcs = geometry["arcs"]
        return {"LineString": lambda: [arcs], "MultiLineString": lambda: arcs, "Polygon": lambda: arcs,
                "MultiPolygon": lambda: [r for p in arcs for r in p]}[geometry["type"]]()

    def points(self, arcs, what):
        out = []
        for a in arcs:
            pts = self.arcs[a] if a >= 0 else self.arcs[~a][::-1]
            if out and out[-1] != pts[0]:
                fault(f"{what}: arcs do not meet at {pts[0]}")
            out += pts[1:] if out else pts
        return out

    def shape(self, geometry):
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        return MultiPolygon([Polygon(self.points(p[0], ""), [self.points(h, "") for h in p[1:]]) for p in polygons])


def on_frame(a, b):
    return any(abs(a[k] - b[k]) < 1e-9 and min(abs(a[k] - FRAME[k]), abs(a[k] - FRAME[k + 2])) < 1e-9 for k in (0, 1))


def check_level(number, level):
    """Arcs, rings, winding, classes of one level."""
    used, drawn = Counter(), Counter()
    for name, obj in level.data["objects"].items():
        for g in obj["geometries"]:
            what = f"level {number} {name} {g['properties']}"
            for line in level.lines(g):
                used.update(a if a >= 0 else ~a for a in line)
                if any(not -len(level.arcs) <= a < len(level.arcs) for a in line):
                    fault(f"{what}: arc number out of range")
                    continue
                points = level.points(line, what)
                if "Polygon" in g["type"] and (points[0] != points[-1] or len(points) < 4):
                    fault(f"{what}: ring not closed")
                if name in DRAWN:
                    drawn.update(a if a >= 0 else ~a for a in line)
                    if any(on_frame(a, b) for a, b in zip(points, points[1:])):
                        fault(f"{what}: on the frame")
            if "Polygon" in g["type"]:
                for polygon in [g["arcs"]] if g["type"] == "Polygon" else g["arcs"]:
                    for n, ring in enumerate(polygon):
                        if Polygon(level.points(ring, what)).exterior.is_ccw != (n > 0):
                            fault(f"{what}: winding")
    if max(drawn.values()) > 1:
        fault(f"level {number}: {sum(v > 1 for v in drawn.values())} arcs drawn twice")
    if set(used) != set(range(len(level.arcs))):
        fault(f"level {number}: arcs used by nothing")
    # Every edge of a country is drawn once, except on the frame.
    edges = {a if a >= 0 else ~a for n in ("countries", "regions") for g in level.geometries(n)
             for line in level.lines(g) for a in line}
    hidden = [a for a in edges - set(drawn) if not on_frame(*level.arcs[a][:2])]
    if hidden:
        fault(f"level {number}: {len(hidden)} polygon edges not drawn")
    segments = Counter(frozenset(s) for a in drawn for s in zip(level.arcs[a], level.arcs[a][1:]))
    invalid = [g["id"] for g in level.geometries("countries") if not level.shape(g).is_valid]
    print(f"level {number}: {level.size} bytes, {len(level.arcs)} arcs, {sum(map(len, level.arcs))} vertices,",
          ", ".join(f"{k} {len(v['geometries'])}" for k, v in level.data["objects"].items()))
    print(f"  segments drawn twice after rounding: {sum(v > 1 for v in segments.values())};"
          f" countries that touch themselves: {' '.join(invalid) or 'none'}")


def check_areas(levels):
    areas = [{g["id"]: km2(shapely.make_valid(lv.shape(g))) for g in lv.geometries("countries")} for lv in levels]
    for number, area in enumerate(areas):
        if set(area) != set(areas[0]):
            fault(f"level {number}: countries differ: {set(area) ^ set(areas[0])}")
        worst = max((abs(area[c] / a - 1), c) for c, a in areas[0].items() if a > SMALL_COUNTRY)
        print(f"level {number}: largest change of area {worst[0]:.4%} ({worst[1]})")
        if worst[0] > AREA_TOLERANCE:
            fault(f"level {number}: area of {worst[1]} is off by {worst[0]:.2%}")
    print("km2:", " ".join(f"{c} {areas[0][c]:.0f}" for c in ("MLI", "NER", "BFA", "TCD", "MRT", "ESH")))


def check_towns(levels):
    for number, level in enumerate(levels):
        countries = {g["id"]: shapely.make_valid(level.shape(g)) for g in level.geometries("countries")}
        regions = [(g["properties"], shapely.make_valid(level.shape(g))) for g in level.geometries("regions")]
        misses = []
        for town, (lon, lat, country, region) in TOWNS.items():
            at = Point(lon, lat)
            got = [c for c, s in countries.items() if s.contains(at)]
            got_region = [p["name"] for p, s in regions if s.contains(at)]
            if got != [country] or (region and got_region != [region]):
                misses.append(f"{town} {got} {got_region}")
        print(f"level {number}: {len(TOWNS) - len(misses)} of {len(TOWNS)} towns right", *misses)
        if misses and number == 0:
            fault(f"towns: {misses}")


def check_places(path, level):
    with open(path, encoding="utf-8") as fh:
        features = json.load(fh)["features"]
    ids = Counter(f["id"] for f in features)
    for i, n in ids.items():
        if n > 1:
            fault(f"place id {i} used {n} times")
    capitals = Counter(f["properties"]["country"] for f in features if f["properties"]["kind"] == "capital")
    for c, n in capitals.items():
        if n != 1:
            fault(f"{n} capitals in {c}")
    shapes = {g["id"]: shapely.make_valid(level.shape(g)) for g in level.geometries("countries")}
    elsewhere = [(f["id"], c, round(shapes[f["properties"]["country"]].distance(Point(f["geometry"]["coordinates"])), 3))
                 for f in features for c, s in shapes.items()
                 if c != f["properties"]["country"] and s.contains(Point(f["geometry"]["coordinates"]))]
    print(f"places: {len(features)}, {os.path.getsize(path)} bytes,", dict(Counter(f["properties"]["kind"] for f in features)))
    print("  in another country's polygon (id, polygon, degrees from its own):", *elsewhere)
    for i, c, far in elsewhere:
        if far > 0.05:
            fault(f"place {i} lies {far} degrees inside {c}")


def main(out):
    levels = [Level(f"{out}/level{n}.topojson") for n in range(3)]
    for number, level in enumerate(levels):
        check_level(number, level)
    check_areas(levels)
    check_towns(levels)
    check_places(f"{out}/places.geojson", levels[0])
    print("faults:", len(faults))
    sys.exit(bool(faults))


main(sys.argv[1])
