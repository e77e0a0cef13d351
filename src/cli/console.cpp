// SPDX-License-Identifier: MIT
#include "cli/console.h"

#include <chrono>
#include <csignal>
#include <iostream>
#include <memory>
#include <mutex>
#include <unistd.h>

namespace guatu::cli
{
namespace
{

sigset_t stopSignals()
{
    sigset_t stopping;
    sigemptyset(&stopping);
    sigaddset(&stopping, SIGINT);
    sigaddset(&stopping, SIGTERM);
    return stopping;
}

/// What a progress line has shown so far; shared by the threads that report.
struct ProgressLine {
    std::mutex mutex;
    std::chrono::steady_clock::time_point shownAt{};

    void show(const std::string& what, const ProgressStep& step)
    {
        const std::lock_guard lock(mutex);
        const auto now = std::chrono::steady_clock::now();
        const bool last = step.total != 0 && step.done >= step.total;
        if (!last && now - shownAt < std::chrono::milliseconds(200))
            return;
        shownAt = now;
        std::cerr << "\r\x1b[K" << what;
        if (step.total != 0)
            std::cerr << ' ' << step.done * 100 / step.total << " %";
        else if (step.done != 0)
            std::cerr << ' ' << step.done;
        if (last)
            std::cerr << "\r\x1b[K";
        std::cerr.flush();
    }
};

} // namespace

void Console::say(const Message& message) const
{
    say(text(message));
}

void Console::say(const std::string& line) const
{
    std::cout << line << '\n';
}

void Console::complain(const Message& message) const
{
    complain(text(message));
}

void Console::complain(const std::string& line) const
{
    std::cerr << line << '\n';
}

Progress Console::progress(std::stop_token stop) const
{
    Progress progress;
    progress.stop = std::move(stop);
    if (isatty(STDERR_FILENO) != 0) {
        progress.report = [language = m_language,
                           line = std::make_shared<ProgressLine>()](const ProgressStep& step) {
            line->show(guatu::text(step.what, language), step);
        };
    }
    return progress;
}

Interrupt::Interrupt()
{
    const sigset_t stopping = stopSignals();
    pthread_sigmask(SIG_BLOCK, &stopping, nullptr);
    m_waiter = std::jthread([source = m_source](const std::stop_token& ended) mutable {
        const sigset_t awaited = stopSignals();
        const timespec pause{.tv_sec = 0, .tv_nsec = 50'000'000};
        while (!ended.stop_requested()) {
            if (sigtimedwait(&awaited, nullptr, &pause) > 0)
                source.request_stop();
        }
    });
}

} // namespace guatu::cli
