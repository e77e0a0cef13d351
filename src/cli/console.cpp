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
    std::chrono::steady_clock::time_point shownAt{}, begun{};
    std::string step;

    void show(const ProgressStep& at, Language language);
};

/// Seconds until a step ends that has gone on evenly; nothing before it can be told.
std::string timeLeft(const ProgressStep& step, double elapsed, Language language)
{
    constexpr double enough = 0.02; // of the work
    if (step.total == 0 || elapsed < 1)
        return {};
    const double share = static_cast<double>(step.done) / static_cast<double>(step.total);
    if (share < enough)
        return {};
    return text({"cli.progress.left",
                 {{"seconds", std::to_string(static_cast<long>(elapsed * (1 / share - 1)) + 1)}}},
                language);
}

void ProgressLine::show(const ProgressStep& at, Language language)
{
    const std::lock_guard lock(mutex);
    const auto now = std::chrono::steady_clock::now();
    if (at.what.id != step) {
        step = at.what.id;
        begun = now;
    }
    const bool last = at.total != 0 && at.done >= at.total;
    if (!last && now - shownAt < std::chrono::milliseconds(200))
        return;
    shownAt = now;
    std::cerr << "\r\x1b[K" << text(at.what, language);
    if (at.total != 0)
        std::cerr << ' ' << at.done * 100 / at.total << " %"
                  << timeLeft(at, std::chrono::duration<double>(now - begun).count(), language);
    else if (at.done != 0)
        std::cerr << ' ' << at.done;
    if (last)
        std::cerr << "\r\x1b[K";
    std::cerr.flush();
}

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
        progress.report = [language = m_language, line = std::make_shared<ProgressLine>()](
                              const ProgressStep& step) { line->show(step, language); };
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
