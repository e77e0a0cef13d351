// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <exception>
#include <string>

namespace guatu
{

/// Who has to act on an error; the command line turns it into the exit code.
enum class ErrorKind {
    Internal, ///< a bug of ours: exit code 1
    Input,    ///< a file, option or definition the user gave: exit code 2
    Store,    ///< the workspace file, its lock, its medium: exit code 3
};

/// Something that stops the whole operation. Bad rows are not errors but values in a report.
class Error : public std::exception
{
public:
    Error(ErrorKind kind, Message message);

    [[nodiscard]] ErrorKind kind() const { return m_kind; }
    [[nodiscard]] const Message& message() const { return m_message; }

    /// The message in English, for logs and debuggers.
    [[nodiscard]] const char* what() const noexcept override { return m_english.c_str(); }

private:
    ErrorKind m_kind;
    Message m_message;
    std::string m_english;
};

/// Thrown where a stop request is honoured; nothing half-done is left behind.
class Cancelled : public std::exception
{
public:
    [[nodiscard]] const char* what() const noexcept override { return "cancelled"; }
};

[[nodiscard]] inline Error inputError(Message message)
{
    return {ErrorKind::Input, std::move(message)};
}

[[nodiscard]] inline Error storeError(Message message)
{
    return {ErrorKind::Store, std::move(message)};
}

} // namespace guatu
