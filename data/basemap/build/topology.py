"""Turn simplified polygons with shared arcs into the viewer's TopoJSON files.

The input is what mapshaper writes: a topology with the objects ``countries``
and ``regions``, unquantised. Everything the viewer draws as a line (coast,
borders, region lines) is a class of these arcs, found by asking which
country or region uses an arc on which side.
"""
import json
from collections import defaultdict
from itertools import groupby

import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon, box

import tables

WINDOW = (-25.0, -5.0, 45.0, 40.0)
NO_BORDER = "none"


class Topology:
    """Integer arcs on a regular grid, and the rings made of them."""

    def __init__(self, step):
        self.step = step
        self.per_degree = round(1 / step)
        self.size = (round((WINDOW[2] - WINDOW[0]) / step), round((WINDOW[3] - WINDOW[1]) / step))
        self.arcs = []
        self.kinds = []         # of polygon arcs: "frame", or the class if it is a border
        self.known = {}

    def grid(self, point):
        """Degrees to grid, kept inside the window."""
        return tuple(
            min(max(round((v - o) * self.per_degree), 0), n)
            for v, o, n in zip(point, WINDOW[:2], self.size)
        )

    def degrees(self, point):
        return tuple(o + v / self.per_degree for v, o in zip(point, WINDOW[:2]))

    def snap(self, points):
        """Points on the grid, repeats dropped."""
        out = []
        for p in points:
            q = self.grid(p)
            if not out or out[-1] != q:
                out.append(q)
        return out

    def add(self, points, kind=None):
        """Store grid points as one arc; its index."""
        self.arcs.append(points)
        self.kinds.append(kind)
        return len(self.arcs) - 1

    def points(self, arc):
        return self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]

    def line(self, arcs):
        """The grid points of arcs put one after the other."""
        out = list(self.points(arcs[0]))
        for a in arcs[1:]:
            pts = self.points(a)
            assert pts[0] == out[-1], "arcs do not meet"
            out.extend(pts[1:])
        return out

    def on_frame(self, a, b):
        """Whether the segment lies on the edge of the window."""
        return any(a[k] == b[k] and a[k] in (0, self.size[k]) for k in (0, 1))

    def add_once(self, points, kind):
        """Like add, for polygon arcs: slivers may have become the same line, stored once."""
        line = tuple(points)
        if line in self.known:
            n = self.known[line]
        elif line[::-1] in self.known:
            n = ~self.known[line[::-1]]
        else:
            n = self.known[line] = self.add(points, kind)
        if self.kinds[n if n >= 0 else ~n] == NO_BORDER:
            self.kinds[n if n >= 0 else ~n] = kind
        return n

    def add_split(self, points, kinds):
        """Store an arc in pieces of one kind each; kinds has one entry per segment."""
        out, start = [], 0
        for i in range(1, len(points)):
            if i == len(points) - 1 or kinds[i] != kinds[i - 1]:
                out.append(self.add_once(points[start:i + 1], kinds[start]))
                start = i
        return out


def area2(points):
    """Twice the signed area of a closed ring, positive counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:]))


def rings_of(geometry):
    """The polygons of a TopoJSON geometry."""
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]


def cut_at_limit(topo, points, pair):
    """The points of an arc, with one more where the class of a border changes at a longitude."""
    if pair not in tables.DISPUTED_EAST_OF:
        return points
    x = topo.grid([tables.DISPUTED_EAST_OF[pair], 0])[0]
    out = [points[0]]
    for a, b in zip(points, points[1:]):
        if min(a[0], b[0]) < x < max(a[0], b[0]):
            out.append((x, round(a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]))))
        out.append(b)
    return out


def segment_kinds(topo, points, pair, classes):
    """The kind of each segment of an arc between the countries of `pair`."""
    inner = classes.of_segments(pair, [topo.degrees(p) for p in points])
    return ["frame" if topo.on_frame(*ends) else kind
            for ends, kind in zip(zip(points, points[1:]), inner)]


def read_polygons(topo, source, classes):
    """Take the arcs of mapshaper's file over; yield (object, properties, polygons).

    Arcs are cut where they enter or leave the edge of the window and where the
    class of a border changes. Outer rings become clockwise, holes
    counter-clockwise: the polygon is on the right of every arc it uses forwards.
    """
    users = defaultdict(set)
    for geometry in source["objects"]["countries"]["geometries"]:
        for polygon in rings_of(geometry) if geometry["type"] else []:
            for ring in polygon:
                for a in ring:
                    users[a if a >= 0 else ~a].add(geometry["properties"]["adm0_a3"])
    pieces = []
    for n, arc in enumerate(source["arcs"]):
        points = cut_at_limit(topo, topo.snap(arc), frozenset(users[n]))
        pieces.append(topo.add_split(points, segment_kinds(topo, points, frozenset(users[n]), classes)))
    for name, obj in source["objects"].items():
        for geometry in obj["geometries"]:
            polygons = []
            for polygon in rings_of(geometry) if geometry["type"] else []:
                rings = []
                for n, ring in enumerate(polygon):
                    arcs = []
                    for a in ring:
                        arcs += pieces[a] if a >= 0 else [~b for b in reversed(pieces[~a])]
                    area = area2(topo.line(arcs)) if arcs else 0
                    if area == 0:
                        if n == 0:
                            break
                        continue
                    if (area > 0) == (n == 0):
                        arcs = [~a for a in reversed(arcs)]
                    rings.append(arcs)
                if rings:
                    polygons.append(rings)
            yield name, geometry["properties"], polygons


def geometry_of(polygons):
    if len(polygons) == 1:
        return {"type": "Polygon", "arcs": polygons[0]}
    return {"type": "MultiPolygon", "arcs": polygons}


def to_shape(topo, polygons):
    """A shapely geometry in degrees."""
    parts = []
    for rings in polygons:
        parts.append(Polygon(*[
            [topo.degrees(p) for p in topo.line(rings[0])],
            [[topo.degrees(p) for p in topo.line(r)] for r in rings[1:]],
        ]))
    return shapely.make_valid(MultiPolygon(parts))


def polygon_parts(geometry):
    """The polygons of any shapely geometry, lines and points dropped."""
    if geometry.geom_type == "Polygon":
        return [geometry]
    return [p for g in getattr(geometry, "geoms", []) for p in polygon_parts(g)]


def chain(topo, arcs):
    """Join directed arcs into lines wherever one simply continues another."""
    starts, ends = defaultdict(list), defaultdict(list)
    for a in arcs:
        pts = topo.points(a)
        starts[pts[0]].append(a)
        ends[pts[-1]].append(a)

    def follows(a):
        node = topo.points(a)[-1]
        return starts[node][0] if len(starts[node]) == 1 and len(ends[node]) == 1 else None

    has_before = {follows(a) for a in arcs}
    lines, done = [], set()
    for a in sorted(arcs, key=lambda a: a in has_before):      # open lines first, then loops
        line = []
        while a is not None and a not in done:
            done.add(a)
            line.append(a)
            a = follows(a)
        if line:
            lines.append(line)
    return lines


def lines_geometry(lines):
    if len(lines) == 1:
        return {"type": "LineString", "arcs": lines[0]}
    return {"type": "MultiLineString", "arcs": lines}


def geometry_from_lines(topo, lines):
    """Store free lines (rivers) as arcs of their own."""
    arcs = []
    for line in lines:
        pts = topo.snap(line.coords)
        if len(pts) > 1:
            arcs.append([topo.add(pts)])
    return lines_geometry(arcs) if arcs else None


def geometry_from_polygon(topo, geometry):
    """Store a free polygon (a lake) as arcs of its own."""
    polygons = []
    for part in polygon_parts(geometry):
        rings = []
        for n, ring in enumerate([part.exterior, *part.interiors]):
            pts = topo.snap(ring.coords)
            area = area2(pts) if len(pts) > 3 else 0
            if area == 0:
                if n == 0:
                    break
                continue
            rings.append([topo.add(pts if (area < 0) == (n == 0) else pts[::-1])])
        if rings:
            polygons.append(rings)
    return geometry_of(polygons) if polygons else None


def sides(objects):
    """arc -> {"left": user, "right": user} for a list of (key, polygons)."""
    out = defaultdict(dict)
    for key, polygons in objects:
        for rings in polygons:
            for ring in rings:
                for a in ring:
                    side, arc = ("right", a) if a >= 0 else ("left", ~a)
                    assert side not in out[arc], f"arc {arc} used twice on its {side} by {out[arc]} and {key}"
                    out[arc][side] = key
    return out


class BorderClasses:
    """The class of a piece of border: by rule, else from Natural Earth's lines."""

    SHORTEST = 0.1              # degrees: a shorter stretch of another class is noise
    CLOSE = 1e-6                # degrees: the same longitude but for rounding

    def __init__(self, lines):
        self.lines = defaultdict(list)
        for left, right, kind, geometry in lines:
            self.lines[frozenset((left, right))].append((kind, geometry))

    def single(self, pair):
        """The class of the whole border, or None if it has several."""
        if len(pair) < 2:
            return NO_BORDER
        if "ESH" in pair or pair == {"SDN", "SSD"}:
            return "disputed"
        if pair in tables.DISPUTED_EAST_OF:
            return None
        kinds = {kind for kind, _ in self.lines.get(pair, [])}
        if not kinds:
            breakaway = any(tables.STATUS.get(c) == "breakaway" for c in pair)
            return "indefinite" if breakaway else "international"
        return kinds.pop() if len(kinds) == 1 else None

    def of_segments(self, pair, points):
        """The class of each segment between two points."""
        segments = list(zip(points, points[1:]))
        single = self.single(pair)
        if single:
            return [single] * len(segments)
        limit = tables.DISPUTED_EAST_OF.get(pair)
        if limit is not None:
            return ["disputed" if min(a[0], b[0]) > limit - self.CLOSE else "international" for a, b in segments]
        kinds = [min(self.lines[pair], key=lambda x: x[1].distance(LineString(s).centroid))[0] for s in segments]
        runs = [(kind, list(run)) for kind, run in groupby(range(len(kinds)), key=lambda i: kinds[i])]
        for (before, _), (_, run) in zip(runs, runs[1:]):
            if LineString(points[run[0]:run[-1] + 2]).length < self.SHORTEST:
                for i in run:
                    kinds[i] = before
        return kinds


def classify_lines(topo, countries, regions):
    """Sort every polygon arc: frame, coast, border by class and pair, region line."""
    by_country = sides(countries)
    by_region = sides(regions)
    coast, borders, region_lines = [], defaultdict(list), defaultdict(list)
    for arc in range(len(topo.arcs)):
        c, r = by_country.get(arc, {}), by_region.get(arc, {})
        if topo.kinds[arc] == "frame":
            continue
        if len(c) == 1:
            coast.append(arc if "right" in c else ~arc)
        elif len(c) == 2:
            left, right = c["left"], c["right"]
            kind = topo.kinds[arc]
            if left > right:
                arc, left, right = ~arc, right, left
            borders[kind, left, right].append(arc)
        elif len(r) == 2:
            a, b = r["left"], r["right"]
            assert a[0] == b[0]
            if a > b:
                arc, a, b = ~arc, b, a
            if a[0] == "ESH":
                borders["line-of-control", "ESH", "ESH"].append(arc)
            else:
                region_lines[a[0], a[1], b[1]].append(arc)
        else:
            assert not c and not r, f"arc {arc}: {c} {r} {[topo.degrees(p) for p in topo.points(arc)]}"
    return coast, borders, region_lines


def compact(topo, objects):
    """Drop unused arcs, number the others in order of use, delta-encode."""
    number = {}

    def renumber(x):
        if isinstance(x, list):
            return [renumber(y) for y in x]
        n = number.setdefault(x if x >= 0 else ~x, len(number))
        return n if x >= 0 else ~n

    for obj in objects.values():
        for g in obj["geometries"]:
            if g["type"] != "Point":
                g["arcs"] = renumber(g["arcs"])
    arcs = []
    for old in number:
        pts = topo.arcs[old]
        arcs.append([list(pts[0])] + [[b[0] - a[0], b[1] - a[1]] for a, b in zip(pts, pts[1:])])
    return {
        "type": "Topology",
        "bbox": list(WINDOW),
        "transform": {"scale": [topo.step] * 2, "translate": list(WINDOW[:2])},
        "objects": objects,
        "arcs": arcs,
    }


def compose(source, rivers, lakes, names, classes, step, max_river_rank):
    """One level: mapshaper's topology plus rivers and lakes -> TopoJSON dict.

    rivers: [(name or None, rank, shapely line)]; lakes: [(name or None, rank,
    shapely polygon)]; names: ISO3 -> name. A name is {"en", "fr"}.
    """
    topo = Topology(step)
    countries, regions = {}, {}
    for name, p, polygons in read_polygons(topo, source, classes):
        if not polygons:
            continue
        if name == "countries":
            countries[p["adm0_a3"]] = polygons
        else:
            regions[p["adm0_a3"], p["name"]] = polygons
    coast, borders, region_lines = classify_lines(
        topo, list(countries.items()), list(regions.items()))

    def collection(geometries):
        return {"type": "GeometryCollection", "geometries": geometries}

    objects = {
        "countries": collection([
            {**geometry_of(polys), "id": iso, "properties": {
                "iso": iso, "name": names[iso], "status": tables.STATUS.get(iso, "sovereign")}}
            for iso, polys in sorted(countries.items())]),
        "regions": collection([
            {**geometry_of(polys), "properties": {"country": iso, "name": name}}
            for (iso, name), polys in sorted(regions.items()) if iso in tables.FOCUS]),
        "coast": collection([{"type": "MultiLineString", "arcs": chain(topo, coast), "properties": {}}]),
        "borders": collection([
            {**lines_geometry(chain(topo, arcs)), "properties": {"class": kind, "left": left, "right": right}}
            for (kind, left, right), arcs in sorted(borders.items())]),
    }
    by_country = defaultdict(list)
    for (iso, _, _), arcs in sorted(region_lines.items()):
        by_country[iso] += chain(topo, arcs)
    objects["region_lines"] = collection([
        {**lines_geometry(lines), "properties": {"country": iso}} for iso, lines in sorted(by_country.items())])

    grouped = defaultdict(list)
    for name, rank, line in rivers:
        if rank <= max_river_rank:
            grouped[json.dumps(name, ensure_ascii=False, sort_keys=True), rank].append(line)
    river_geometries = []
    for (name, rank), parts in sorted(grouped.items(), key=lambda x: (x[0][1], x[0][0])):
        merged = shapely.line_merge(shapely.union_all(parts))
        lines = [g for g in shapely.get_parts(merged) if g.geom_type == "LineString"]
        geometry = geometry_from_lines(topo, lines)
        if geometry:
            river_geometries.append({**geometry, "properties": {"name": json.loads(name), "rank": rank}})
    objects["rivers"] = collection(river_geometries)

    lake_geometries = []
    for name, rank, polygon in lakes:
        geometry = geometry_from_polygon(topo, polygon)
        if geometry:
            lake_geometries.append({**geometry, "properties": {"name": name, "rank": rank}})
    objects["lakes"] = collection(lake_geometries)

    sudan = to_shape(topo, countries["SDN"])
    abyei = geometry_from_polygon(topo, sudan.intersection(box(*tables.ABYEI_BOX)))
    objects["disputed"] = collection([
        {**geometry_of(countries["ESH"]), "id": "ESH", "properties": {"id": "ESH", **tables.DISPUTED["ESH"]}},
        {**abyei, "id": "ABYEI", "properties": {"id": "ABYEI", **tables.DISPUTED["ABYEI"]}},
    ])
    objects["disputed_names"] = collection([
        {"type": "Point", "coordinates": topo.grid(at), "id": code, "properties": {"over": over, "name": name}}
        for code, over, name, at in tables.DISPUTED_NAMES
    ])
    return compact(topo, json.loads(json.dumps(objects)))


def write(path, topology):
    """Compact, one line, UTF-8."""
    with open(path, "w", encoding="utf-8") as fh:
        json.dump(topology, fh, ensure_ascii=False, separators=(",", ":"))
        fh.write("\n")
