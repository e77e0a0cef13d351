// SPDX-License-Identifier: MIT
#include "briefing/on_all_cores.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace guatu::briefing
{

void onAllCores(std::size_t count, const Progress& progress, const Message& step,
                const std::function<void(std::size_t)>& work)
{
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::uint64_t done = 0;
    std::exception_ptr failure;
    progress.report({step, 0, count});
    const auto serve = [&] {
        for (std::size_t i = next++; i < count && !progress.stop.stop_requested(); i = next++) {
            try {
                work(i);
                const std::lock_guard lock(mutex);
                progress.report({step, ++done, count});
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!failure)
                    failure = std::current_exception();
                next = count;
            }
        }
    };
    {
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < std::min(cores, count); ++i)
            helpers.emplace_back(serve);
        serve();
    }
    if (failure)
        std::rethrow_exception(failure);
    progress.checkpoint();
}

} // namespace guatu::briefing
