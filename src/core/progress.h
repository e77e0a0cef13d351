// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"
#include "core/message.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace guatu
{

/// How far a long piece of work is.
struct ProgressStep {
    Message what; ///< the step in words
    std::uint64_t done = 0;
    std::uint64_t total = 0; ///< 0 when it is not known
};

/// What a long piece of work is given: somewhere to report to, and a way to be stopped.
/// `report` may be called from any thread; it must be quick.
struct Progress {
    std::function<void(const ProgressStep&)> report = [](const ProgressStep&) {};
    std::stop_token stop{};

    /// Throws Cancelled once a stop is requested.
    void checkpoint() const
    {
        if (stop.stop_requested())
            throw Cancelled{};
    }
};

} // namespace guatu
