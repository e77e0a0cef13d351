// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace guatu::access
{

/// Calls work(begin, end) for pieces of [0, count), `piece` long, on all processors. What it throws
/// is thrown here, once.
template <class Work>
void inParallel(std::size_t count, std::size_t piece, const Work& work)
{
    const std::size_t pieces = (count + piece - 1) / piece;
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex mutex;
    const auto run = [&] {
        try {
            for (std::size_t p = next++; p < pieces; p = next++)
                work(p * piece, std::min(count, (p + 1) * piece));
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        const std::size_t threads =
            std::min<std::size_t>(pieces, std::max(1U, std::thread::hardware_concurrency()));
        for (std::size_t t = 1; t < threads; ++t)
            helpers.emplace_back(run);
        run();
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace guatu::access
