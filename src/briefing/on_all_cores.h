// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"

#include <functional>

namespace guatu::briefing
{

/// Calls work(0) to work(count - 1), each once, on as many threads as the machine runs at once, and
/// reports `step` after each. The threads end with the call: what Qt keeps for a thread that has
/// painted (font engines) must not outlive the application, as it would in a pool. What work throws
/// first is thrown here when all have ended; nothing more is begun then. Throws Cancelled when
/// stopped.
void onAllCores(std::size_t count, const Progress& progress, const Message& step,
                const std::function<void(std::size_t)>& work);

} // namespace guatu::briefing
