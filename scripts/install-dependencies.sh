#!/bin/sh
# Installs what building and testing Guatu needs, from the distribution's own packages.
# Says what it will install; does nothing when all is there. README.md says what each is for.
set -eu

packages="
g++ cmake ninja-build pkg-config git ca-certificates
libgdal-dev libproj-dev proj-data proj-bin libgeos-dev
qt6-base-dev qt6-svg-dev qt6-image-formats-plugins qt6-translations-l10n libgl-dev
libspatialite-dev libsqlite3-dev libsqlitecpp-dev libzstd-dev
libicu-dev nlohmann-json3-dev libfmt-dev libexpat1-dev libcli11-dev libxlsxwriter-dev libtbb-dev libqpdf-dev
catch2 librapidcheck-dev clang-format
gdal-bin spatialite-bin poppler-utils qpdf libxml2-utils unzip
libreoffice-impress libreoffice-calc chromium
fonts-noto-cjk
"

missing=""
for package in $packages; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = "installed" ] || missing="$missing $package"
done

if [ -z "$missing" ]; then
    echo "All dependencies are installed."
    exit 0
fi

echo "Installing:$missing"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Run this as root, or install sudo; needed:$missing" >&2
        exit 1
    fi
    as_root="sudo"
fi
$as_root apt-get update -qq
# shellcheck disable=SC2086  # the list is meant to split
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
echo "Dependencies are installed."
