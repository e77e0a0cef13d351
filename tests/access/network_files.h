// SPDX-License-Identifier: MIT
#pragma once

#include "access/link_table.h"

#include <string>
#include <vector>

namespace guatu::test
{

/// The numbers of a file of tests/data/network, its lines that begin with a digit.
[[nodiscard]] std::vector<std::vector<double>> numbersOf(const std::string& file);

/// The network n5, without its banned turns.
[[nodiscard]] access::LinkTable referenceNetwork();
[[nodiscard]] std::vector<access::TurnBan> referenceBans();

} // namespace guatu::test
