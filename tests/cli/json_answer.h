// SPDX-License-Identifier: MIT
#pragma once

#include "cli/program.h"
#include "support/catch.h"

#include <nlohmann/json.hpp>

namespace guatu::test
{

/// What a command that has to succeed answers as JSON.
inline nlohmann::json jsonOf(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"--format", "json"});
    const Outcome outcome = runGuatu(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    return nlohmann::json::parse(outcome.out);
}

} // namespace guatu::test
