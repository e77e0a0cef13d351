// SPDX-License-Identifier: MIT
#pragma once

#include "core/snapshot.h"

#include <string>

namespace guatu::store
{

/// Sixteen hexadecimal digits that stand for everything a snapshot holds (FNV-1a over its columns,
/// eight bytes at a time; positions to the centimetre, so that another release of PROJ gives the
/// same). The same data of the same day give the same digits, wherever they lie.
[[nodiscard]] std::string contentHash(const Snapshot& snapshot);

} // namespace guatu::store
