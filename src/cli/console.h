// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"
#include "core/progress.h"

#include <string>
#include <thread>

namespace guatu::cli
{

/// Where commands speak to the user: results to standard output, progress and errors to
/// standard error, in the chosen language.
class Console
{
public:
    explicit Console(Language language) : m_language(language) {}

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] std::string text(const Message& message) const
    {
        return guatu::text(message, m_language);
    }

    void say(const Message& message) const;
    void say(const std::string& line) const;
    void complain(const Message& message) const;
    void complain(const std::string& line) const;

    /// Progress that is shown on a terminal only, and stops on Ctrl-C.
    [[nodiscard]] Progress progress(std::stop_token stop) const;

private:
    Language m_language;
};

/// Turns Ctrl-C and a request to terminate into a stop request, so that work rolls back and
/// cleans up. Made before any other thread starts.
class Interrupt
{
public:
    Interrupt();
    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::jthread m_waiter;
};

} // namespace guatu::cli
