#!/bin/sh
# Fails on formatting that differs from .clang-format, tabs, CRLF, trailing blanks, a missing
# licence line, a header without #pragma once or a file that does not include its own header
# first. Run from the top of the tree.
set -u
failed=0
complain() {
    echo "$1"
    failed=1
}

for file in $(find src tests -name '*.h' -o -name '*.cpp' | sort); do
    head -n 1 "$file" | grep -q '^// SPDX-License-Identifier: MIT$' || complain "$file: no licence line"
    case $file in
        *.h) grep -q '^#pragma once$' "$file" || complain "$file: no #pragma once" ;;
        src/*.cpp)
            # So that every header with a .cpp is known to compile alone.
            header=${file%.cpp}.h
            [ ! -e "$header" ] || [ "$(grep -m 1 '^#include' "$file")" = "#include \"${header#src/}\"" ] ||
                complain "$file: does not include its own header first" ;;
    esac
    if grep -qP '\t|\r|[ ]+$' "$file"; then
        complain "$file: a tab, a carriage return or a trailing blank"
    fi
done

# Only the pinned version judges: others format the same style differently.
if command -v clang-format >/dev/null && clang-format --version | grep -q 'version 14\.'; then
    find src tests \( -name '*.h' -o -name '*.cpp' \) -print0 |
        xargs -0 clang-format --dry-run -Werror || complain "run clang-format -i on the files above"
else
    echo "clang-format 14 is not here: formatting is not checked"
fi
exit "$failed"
