// SPDX-License-Identifier: MIT
#include "render/tile_pool.h"

#include <algorithm>
#include <atomic>
#include <exception>

namespace guatu::render
{

struct TilePool::Job {
    std::size_t count;
    const std::function<void(std::size_t)>* work;
    std::stop_token stop;
    std::atomic<std::size_t> next{0};
    std::mutex mutex{};
    std::condition_variable idle{};
    int helpers = 0;
    std::exception_ptr failure{};

    void draw()
    {
        while (!stop.stop_requested()) {
            const std::size_t index = next++;
            if (index >= count)
                return;
            try {
                (*work)(index);
            } catch (...) {
                const std::lock_guard lock(mutex);
                failure = std::current_exception();
                next = count;
            }
        }
    }
};

TilePool& TilePool::shared()
{
    static TilePool pool;
    return pool;
}

TilePool::TilePool()
{
    const unsigned helpers = std::max(2U, std::thread::hardware_concurrency()) - 1;
    for (unsigned i = 0; i < helpers; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { serve(stop); });
}

TilePool::~TilePool()
{
    for (std::jthread& thread : m_threads)
        thread.request_stop();
    m_wake.notify_all();
}

void TilePool::serve(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        std::shared_ptr<Job> job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); }))
                return;
            job = m_jobs.front();
            const std::lock_guard own(job->mutex);
            ++job->helpers;
        }
        job->draw();
        {
            const std::lock_guard lock(m_mutex);
            std::erase(m_jobs, job); // nothing of it is left to begin
        }
        const std::lock_guard own(job->mutex);
        if (--job->helpers == 0)
            job->idle.notify_all();
    }
}

void TilePool::run(std::size_t count, const std::function<void(std::size_t)>& work,
                   std::stop_token stop)
{
    const auto job = std::make_shared<Job>();
    job->count = count;
    job->work = &work;
    job->stop = std::move(stop);
    if (count > 1) {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(job);
        m_wake.notify_all();
    }
    job->draw();
    {
        const std::lock_guard lock(m_mutex);
        std::erase(m_jobs, job);
    }
    std::unique_lock own(job->mutex);
    job->idle.wait(own, [&job] { return job->helpers == 0; });
    if (job->failure)
        std::rethrow_exception(job->failure);
}

} // namespace guatu::render
