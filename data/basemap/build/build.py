#!/usr/bin/env python3
"""Build the basemap: build.py SRC OUT MAPSHAPER (see build.sh and ../README.md).

1. Close Natural Earth's coast, country and region lines into one set of faces
   and give each face the region that Natural Earth's named polygons say.
2. Let mapshaper simplify that one topology for each level of detail.
3. Write TopoJSON (topology.py) and the places (places.py).
"""
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict

import numpy as np
import pyogrio
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, mapping, shape
from shapely.ops import polygonize

import places
import tables
import topology

WINDOW = box(*topology.WINDOW)
READ = (-27, -7, 47, 42)        # a little more than the window, so that clipping is clean
DIGITS = 5                      # decimals of the full-precision layers
BRIDGE = 0.03                   # degrees: the widest gap between line ends that is closed
OVERSHOOT = 1e-5                # a bridge runs this far over, so that it surely crosses

# Level, simplification interval in metres, grid in degrees, least important river.
LEVELS = ((0, 150, 0.0001, 8), (1, 1500, 0.0005, 7), (2, 6000, 0.002, 5))

# Narrow or scattered countries that would lose their shape at the coarsest level.
DELICATE = ("CYP", "GMB", "GRC", "LBN", "PSE")
DELICATE_INTERVAL = 1500        # metres


# ---------------------------------------------------------------- reading

def read(path, layer=None, encoding=None):
    """Geometries and columns of a vector file, within READ."""
    meta, _, wkb, columns = pyogrio.raw.read(path, layer=layer, bbox=READ, encoding=encoding)
    return shapely.from_wkb(wkb), dict(zip(meta["fields"], columns))


def read_natural_earth(src, name):
    return read(f"{src}/ne_10m_{name}.shp", encoding="ISO-8859-1")


def iso(code):
    return tables.ISO.get(code, code)


def read_country_names(src):
    """ISO3 -> {"en", "fr"} from CLDR, by way of the two-letter codes in the polygons' table."""
    meta, _, _, columns = pyogrio.raw.read(f"{src}/world_map.gpkg", layer="countries", read_geometry=False)
    table = dict(zip(meta["fields"], columns))
    two = {a3: a2 for a3, a2 in zip(table["ISO_A3"], table["iso_a2"]) if a3 and a2}
    two.update(XKX="XK", ESH="EH", SSD="SS")
    cldr = {}
    for lang in ("en", "fr"):
        with open(f"{src}/territories_{lang}.json", encoding="utf-8") as fh:
            cldr[lang] = json.load(fh)["main"][lang]["localeDisplayNames"]["territories"]
    names = {a3: {lang: cldr[lang][a2] for lang in cldr} for a3, a2 in two.items() if a2 in cldr["en"]}
    names.update({a3: {"en": en, "fr": fr} for a3, (en, fr) in tables.COUNTRY_NAMES.items()})
    return names


# ---------------------------------------------------------------- faces

def polygonal(geometry):
    """Only the polygons of a geometry, repaired."""
    return MultiPolygon(topology.polygon_parts(shapely.make_valid(geometry)))


def bridges(parts):
    """Short lines from loose line ends to the nearest neighbouring line."""
    coords = [shapely.get_coordinates(p) for p in parts]
    open_lines = [k for k, c in enumerate(coords) if tuple(c[0]) != tuple(c[-1])]
    uses = Counter(tuple(c) for k in open_lines for c in (coords[k][0], coords[k][-1]))
    tree = shapely.STRtree(parts)
    out = []
    for k in open_lines:
        for end in (coords[k][0], coords[k][-1]):
            if uses[tuple(end)] > 1:
                continue
            point = Point(end)
            near = [j for j in sorted(tree.query(point.buffer(BRIDGE))) if j != k]
            if not near:
                continue
            j = min(near, key=lambda j: parts[j].distance(point))
            if parts[j].distance(point) > BRIDGE:
                continue
            target = parts[j].interpolate(parts[j].project(point))
            step = np.array([target.x - end[0], target.y - end[1]])
            length = np.hypot(*step)
            if length < 1e-9:
                out.append(LineString([end - OVERSHOOT, end + OVERSHOOT]))
            else:
                out.append(LineString([end, np.array([target.x, target.y]) + step / length * OVERSHOOT]))
    return out


def faces_of(lines):
    """The faces of a set of lines within READ."""
    frame = box(*READ)
    parts = [p for g in lines for p in shapely.get_parts(g)]
    cut = [shapely.intersection(p, frame) for p in parts + bridges(parts)]
    noded = shapely.union_all([c for c in cut if not c.is_empty] + [frame.boundary])
    return [f for f in polygonize(noded) if f.area > 1e-9]


def regions_by_name(faces, land, provinces, columns, undisputed_limit):
    """Join faces to named provinces; {(ISO3, region name or ""): geometry}.

    Natural Earth's Western Sahara is only the strip east of the berm; the part
    of its Morocco south of `undisputed_limit` is added as the western one.
    Region names are kept for the focus countries only.
    """
    tree = shapely.STRtree(provinces)
    shapely.prepare(land)
    south = box(-20, 20, -8.6, undisputed_limit)
    owned = defaultdict(list)

    def give(province, geometry):
        country = iso(columns["adm0_a3"][province])
        name = tables.region_name(country, columns["name"][province]) if country in tables.FOCUS else ""
        owned[country, name].append(geometry)

    for face in faces:
        inside = face.representative_point()
        if not land.contains(inside):
            continue
        hits = [(shapely.make_valid(provinces[i]).intersection(face).area / face.area, i)
                for i in sorted(tree.query(face))]
        hits = sorted((h for h in hits if h[0] > 0.08), reverse=True)
        if len(hits) > 1 and face.area > 0.3 and hits[1][0] > 0.12:
            # Two provinces in one face (a line with a gap): the polygons divide it.
            rest = face
            for _, i in hits[1:]:
                give(i, polygonal(rest.intersection(provinces[i])))
                rest = polygonal(rest.difference(provinces[i]))
            give(hits[0][1], rest)
            continue
        best = hits[0][1] if hits else int(tree.nearest(inside))
        country = columns["adm0_a3"][best]
        if country == "SAH":
            owned["ESH", "east of the berm"].append(face)
        elif country == "MAR" and south.intersects(face):
            # Slivers along the limit stay Moroccan, or they would be drawn as a second line.
            west = MultiPolygon([p for p in polygonal(face.intersection(south)).geoms if p.area > 1e-4])
            north = polygonal(face.difference(west))
            if not west.is_empty:
                owned["ESH", "west of the berm"].append(west)
            if north.area > 1e-4:
                give(best, north)
        else:
            give(best, face)

    out = {}
    for key, parts in sorted(owned.items()):
        geometry = polygonal(shapely.union_all(parts).intersection(WINDOW))
        if geometry.area > 1e-6:
            out[key] = geometry
    return out


# ---------------------------------------------------------------- other layers

def border_lines(geometries, columns):
    """[(left, right, class, line)] of Natural Earth's country lines."""
    out = []
    for geometry, kind, left, right in zip(
            geometries, columns["featurecla"], columns["adm0_a3_l"], columns["adm0_a3_r"]):
        if kind.startswith("Line of control"):
            kind = "line-of-control"
        elif kind.startswith("Disputed"):
            kind = "disputed"
        elif kind.startswith("Indefinite"):
            kind = "indefinite"
        else:
            kind = "international"
        # The UN buffer zone in Cyprus is no country here.
        left, right = (iso("CYP" if c == "CNM" else c) for c in (left, right))
        if left != right:
            out.append((left, right, kind, geometry))
    return out


def river_features(src):
    """[(properties, line)] of the rivers, lake centre lines left out."""
    geometries, columns = read_natural_earth(src, "rivers_lake_centerlines")
    top = max(level[3] for level in LEVELS)
    out = []
    for geometry, name, kind, rank in zip(
            geometries, columns["name"], columns["featurecla"], columns["scalerank"]):
        if "Lake" in kind or rank > top:
            continue
        name = tables.river_name(name)
        assert not name or "?" not in name["en"], f"river without a repaired name: {name}"
        out.append(({"name": name, "rank": int(rank)}, geometry.intersection(WINDOW)))
    return out


def lake_features(land):
    """[(properties, polygon)]: Magics' land has the Natural Earth lakes cut out."""
    out = []
    for ring in (r for g in land for p in shapely.get_parts(g) for r in p.interiors):
        lake = Polygon(ring)
        if lake.area < 1e-4 or not lake.intersects(WINDOW):
            continue
        centre = lake.centroid
        far, name = min(((abs(centre.x - x) + abs(centre.y - y), n) for x, y, n in tables.LAKES), key=lambda d: d[0])
        rank = 1 if lake.area > 0.1 else 2 if lake.area > 0.02 else 3
        out.append(({"name": name if far < 0.06 else None, "rank": rank}, polygonal(lake.intersection(WINDOW))))
    return out


# ---------------------------------------------------------------- simplification

def rounded(coordinates):
    if isinstance(coordinates, (list, tuple)):
        return [rounded(c) for c in coordinates]
    return round(float(coordinates), DIGITS)


def write_geojson(path, features):
    """Intermediate GeoJSON; properties stay flat, mapshaper hands them through."""
    out = []
    for properties, geometry in features:
        if geometry.is_empty:
            continue
        m = mapping(geometry)
        out.append({"type": "Feature", "properties": properties,
                    "geometry": {"type": m["type"], "coordinates": rounded(m["coordinates"])}})
    with open(path, "w", encoding="utf-8") as fh:
        json.dump({"type": "FeatureCollection", "features": out}, fh, ensure_ascii=False)


def read_geojson(path):
    with open(path, encoding="utf-8") as fh:
        features = json.load(fh)["features"]
    return [(f["properties"]["name"], f["properties"]["rank"], shape(f["geometry"]))
            for f in features if f["geometry"]]


def simplify(mapshaper, work, interval):
    """Run mapshaper over the regions (one topology), the rivers and the lakes."""
    method = ["-simplify", "visvalingam", "weighted", "keep-shapes"]
    everywhere = f"interval={interval}"
    by_country = f"interval={json.dumps(DELICATE)}.includes(adm0_a3) ? {min(interval, DELICATE_INTERVAL)} : {interval}"
    wanted = json.dumps([*tables.FOCUS, "ESH"])
    polygons, rivers, lakes = (f"{work}/{n}" for n in ("level.topojson", "level_rivers.geojson", "level_lakes.geojson"))
    commands = [
        ["-i", f"{work}/regions.geojson", "snap", "snap-interval=0.00003", "-clean",
         "-dissolve", "adm0_a3,name", *method, "variable", by_country, "-clean",
         "-dissolve", "adm0_a3", "+", "name=countries",
         "-target", "regions", "-filter", f"{wanted}.includes(adm0_a3)",
         "-o", polygons, "target=countries,regions", "format=topojson", "no-quantization", "force"],
        ["-i", f"{work}/rivers.geojson", *method, everywhere, "-o", rivers, "force"],
        ["-i", f"{work}/lakes.geojson", *method, everywhere, "-o", lakes, "force"],
    ]
    for command in commands:
        subprocess.run([mapshaper, *command, "-quiet"], check=True)
    with open(polygons, encoding="utf-8") as fh:
        return json.load(fh), read_geojson(rivers), read_geojson(lakes)


# ---------------------------------------------------------------- all of it

def main(src, out, mapshaper):
    work = f"{out}/intermediate"
    os.makedirs(work, exist_ok=True)

    land, _ = read_natural_earth(src, "land")
    country_lines, country_columns = read_natural_earth(src, "admin_0_boundary_lines_land")
    keep = [i for i, kind in enumerate(country_columns["featurecla"]) if not kind.startswith("Overlay")]
    country_columns = {k: v[keep] for k, v in country_columns.items()}
    country_lines = country_lines[keep]
    region_lines, _ = read_natural_earth(src, "admin_1_states_provinces_lines")
    provinces, province_columns = read(f"{src}/world_map.gpkg", layer="states_provinces")

    filled = [MultiPolygon([Polygon(p.exterior) for p in shapely.get_parts(g)]) for g in land]
    limit = max(y for line, left, right in zip(country_lines, country_columns["adm0_a3_l"], country_columns["adm0_a3_r"])
                if {left, right} == {"MAR", "SAH"} for _, y in shapely.get_coordinates(line))
    faces = faces_of([*country_lines, *region_lines, *(g.boundary for g in filled)])
    regions = regions_by_name(faces, shapely.union_all(filled), provinces, province_columns, limit)

    write_geojson(f"{work}/regions.geojson", [({"adm0_a3": c, "name": n}, g) for (c, n), g in regions.items()])
    write_geojson(f"{work}/rivers.geojson", river_features(src))
    write_geojson(f"{work}/lakes.geojson", lake_features(land))

    names = read_country_names(src)
    classes = topology.BorderClasses(border_lines(country_lines, country_columns))
    for level, interval, step, river_rank in LEVELS:
        polygons, rivers, lakes = simplify(mapshaper, work, interval)
        topology.write(f"{out}/level{level}.topojson",
                       topology.compose(polygons, rivers, lakes, names, classes, step, river_rank))

    sahara = shapely.union_all([g for (c, _), g in regions.items() if c == "ESH"])
    points, columns = read_natural_earth(src, "populated_places_simple")
    places.write(f"{out}/places.geojson", points, columns, sahara)


if __name__ == "__main__":
    main(*sys.argv[1:])
