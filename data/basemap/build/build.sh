#!/bin/bash
# Rebuild the basemap: ./build.sh [WORKDIR]
# Fetches pinned packages, checks their files against SHA256SUMS.inputs, builds
# into WORKDIR/out, runs check.py and copies the result one folder up.
# Needs Debian 12 (amd64) with python3-venv, nodejs >= 20, npm and apt package
# lists (apt-get update); no root. UPDATE=1 rewrites the checksums of the
# results instead of comparing with them.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)
WORK=${1:-$(mktemp -d)}
mkdir -p "$WORK"
WORK=$(cd "$WORK" && pwd)
SRC=$WORK/src
mkdir -p "$SRC" "$WORK/fetch" "$WORK/out"

# --- fetch
cd "$WORK/fetch"
for package in 'libmagics++-data=4.13.0-1' 'qgis-common=3.22.16+dfsg-1'; do
    apt-get download -q "$package"
    dpkg-deb -x "${package%%=*}"_*.deb deb
done
for layer in land admin_0_boundary_lines_land admin_1_states_provinces_lines \
             rivers_lake_centerlines populated_places_simple; do
    cp deb/usr/share/magics/10m/ne_10m_$layer.{shp,shx,dbf} "$SRC/"
done
cp deb/usr/share/qgis/resources/data/world_map.gpkg "$SRC/"

cp "$HERE/package.json" "$HERE/package-lock.json" "$WORK/"
# Not "npm ci": it wants every platform's optional binaries in the lock file, and none is used.
(cd "$WORK" && npm install --no-save --omit=optional --ignore-scripts --no-audit --no-fund --loglevel=error)
for language in en fr; do
    cp "$WORK/node_modules/cldr-localenames-full/main/$language/territories.json" "$SRC/territories_$language.json"
done
(cd "$SRC" && sha256sum --check --strict --quiet "$HERE/SHA256SUMS.inputs")

# --- build
python3 -m venv "$WORK/venv"
"$WORK/venv/bin/pip" install -q --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
    -r "$HERE/requirements.txt"
export PYTHONDONTWRITEBYTECODE=1
"$WORK/venv/bin/python" "$HERE/build.py" "$SRC" "$WORK/out" "$WORK/node_modules/.bin/mapshaper"
"$WORK/venv/bin/python" "$HERE/check.py" "$WORK/out"

# --- install
cd "$HERE/.."
cp "$WORK"/out/level{0,1,2}.topojson "$WORK/out/places.geojson" .
if [ "${UPDATE:-}" ]; then
    sha256sum level?.topojson places.geojson > SHA256SUMS
fi
sha256sum --check SHA256SUMS
