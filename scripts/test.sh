#!/bin/sh
# Installs what is needed, builds everything and runs all tests.
set -eu
cd "$(dirname "$0")/.."

./scripts/install-dependencies.sh
# Our own warnings are errors here; a user's other compiler may warn about other things.
cmake --preset release -DGUATU_WERROR=ON
cmake --build --preset release
QT_QPA_PLATFORM=offscreen ctest --preset release --parallel "$(nproc)"
