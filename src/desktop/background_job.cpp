// SPDX-License-Identifier: MIT
#include "desktop/background_job.h"

namespace guatu::desktop
{

BackgroundJob::~BackgroundJob()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void BackgroundJob::start(Work work)
{
    m_thread.request_stop();
    const std::uint64_t number = ++m_run;
    m_running = true;
    emit started();
    // The new thread waits for the old one, so that the window does not.
    m_thread = std::jthread([this, number, work = std::move(work),
                             before = std::move(m_thread)](const std::stop_token& stop) mutable {
        if (before.joinable())
            before.join();
        const Progress progress{[this, number](const ProgressStep& step) { report(step, number); },
                                stop};
        Outcome outcome = run(work, progress);
        QMetaObject::invokeMethod(
            this, [this, number, outcome = std::move(outcome)] { deliver(number, outcome); },
            Qt::QueuedConnection);
    });
}

void BackgroundJob::cancel()
{
    m_thread.request_stop();
}

BackgroundJob::Outcome BackgroundJob::run(const Work& work, const Progress& progress)
{
    try {
        progress.checkpoint();
        return work(progress);
    } catch (const Cancelled&) {
        return [this] { emit cancelled(); };
    } catch (const Error& error) {
        return [this, why = error.message()] { emit failed(why); };
    } catch (const std::exception& error) {
        return [this, why = Message{"desktop.unexpected", {{"what", error.what()}}}] {
            emit failed(why);
        };
    }
}

void BackgroundJob::report(const ProgressStep& step, std::uint64_t run)
{
    const std::scoped_lock lock(m_stepMutex);
    const bool waiting = m_step.has_value();
    m_step = step;
    if (waiting)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, run] {
            std::optional<ProgressStep> newest;
            {
                const std::scoped_lock stepLock(m_stepMutex);
                newest.swap(m_step);
            }
            if (run == m_run && m_running && newest)
                emit progressed(*newest);
        },
        Qt::QueuedConnection);
}

void BackgroundJob::deliver(std::uint64_t run, const Outcome& outcome)
{
    if (run != m_run)
        return;
    m_running = false;
    if (outcome)
        outcome();
    if (run == m_run)
        emit ended();
}

} // namespace guatu::desktop
