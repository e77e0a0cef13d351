// SPDX-License-Identifier: MIT
#pragma once

#include "core/progress.h"

#include <QObject>

#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace guatu::desktop
{

/// One piece of work beside the window's thread. Newest wins: a start stops what still runs, and
/// nothing of it arrives any more.
class BackgroundJob : public QObject
{
    Q_OBJECT

public:
    /// Runs on the window's thread when the work is done; carries the result.
    using Finish = std::function<void()>;
    /// Runs on another thread and may touch nothing of the window. Copies its input.
    using Work = std::function<Finish(const Progress&)>;

    explicit BackgroundJob(QObject* parent = nullptr) : QObject(parent) {}
    /// Stops the work and waits until it has noticed.
    ~BackgroundJob() override;

    void start(Work work);
    /// Asks the work to stop; `cancelled` follows unless it was finished already.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void started();
    void progressed(const guatu::ProgressStep& step);
    void failed(const guatu::Message& why);
    void cancelled();
    /// After every run that was not replaced by a newer one, however it went.
    void ended();

private:
    using Outcome = std::function<void()>;
    [[nodiscard]] Outcome run(const Work& work, const Progress& progress);
    void report(const ProgressStep& step, std::uint64_t run);
    void deliver(std::uint64_t run, const Outcome& outcome);

    std::uint64_t m_run = 0; ///< of the newest start
    bool m_running = false;
    std::mutex m_stepMutex;
    std::optional<ProgressStep> m_step; ///< waiting to be shown
    std::jthread m_thread;
};

} // namespace guatu::desktop
