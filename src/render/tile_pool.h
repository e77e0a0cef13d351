// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace guatu::render
{

/// Threads that draw tiles, as many as the machine runs at once.
class TilePool
{
public:
    static TilePool& shared();
    ~TilePool();
    TilePool(const TilePool&) = delete;
    TilePool& operator=(const TilePool&) = delete;

    /// Calls work(0) to work(count - 1), in this order as threads come free, the calling thread
    /// among them; returns when all are done, or the begun ones when a stop was asked for. What
    /// work throws is thrown here.
    void run(std::size_t count, const std::function<void(std::size_t)>& work, std::stop_token stop);

private:
    struct Job;
    TilePool();
    void serve(std::stop_token stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<std::shared_ptr<Job>> m_jobs;
    std::vector<std::jthread> m_threads;
};

} // namespace guatu::render
