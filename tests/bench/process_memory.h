// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace guatu::bench
{

/// Resident memory of this process, in MB: now, and the most since startPeak().
[[nodiscard]] double residentMegabytes();
[[nodiscard]] double peakMegabytes();
void startPeak();

/// Processor time of all threads so far, in milliseconds: steadier than the clock on a busy
/// machine.
[[nodiscard]] double processorMilliseconds();

/// Milliseconds that `work` takes.
template <class Work>
double milliseconds(const Work& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

} // namespace guatu::bench
