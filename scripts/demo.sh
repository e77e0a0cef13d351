#!/bin/sh
# Installs what is needed, builds, makes the sample workspace and opens the map. Without a
# display it draws the window, maps of the prefecture, a county and a township, and a briefing instead.
set -eu
cd "$(dirname "$0")/.."

./scripts/install-dependencies.sh
cmake --preset release >/dev/null
cmake --build --preset release --target guatu guatu-desktop

bin=build/release/bin
out=build/demo
mkdir -p "$out"
workspace="$out/楚雄州-百日总攻-示例.sqlite"
[ -f "$workspace" ] || "$bin/guatu" sample "$out"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/guatu-desktop" "$workspace"
fi

export QT_QPA_PLATFORM=offscreen
"$bin/guatu" map "$workspace" --size 1600x1200 -o "$out/prefecture.png"
"$bin/guatu" map "$workspace" --unit 532329 --size 1600x1200 -o "$out/county-wuding.png"
"$bin/guatu" map "$workspace" --unit 532329102 --size 1600x1200 -o "$out/town-gaoqiao.png"
"$bin/guatu" page "$workspace" --unit 532329 --force -o "$out/briefing-wuding.pdf"
"$bin/guatu-desktop" --grab "$out/window.png" --size 1600x1000 --unit 532329102214 "$workspace"
echo "There is no display here: the pictures and a briefing are in $out/"
ls -1 "$out"/*.png "$out"/*.pdf
