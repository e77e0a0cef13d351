// SPDX-License-Identifier: MIT
#include "exchange/whole_file.h"

#include "core/error.h"

#include <unistd.h>

namespace guatu::exchange
{

WholeFile::WholeFile(std::filesystem::path target, bool overwrite)
    : m_target(std::move(target)), m_temporary(m_target)
{
    std::error_code code;
    const std::filesystem::path folder =
        m_target.has_parent_path() ? m_target.parent_path() : std::filesystem::path(".");
    if (!m_target.has_filename() || !std::filesystem::is_directory(folder, code))
        throw inputError(
            {"table.no_folder", {{"file", m_target.string()}, {"folder", folder.string()}}});
    if (std::filesystem::is_directory(m_target, code))
        throw inputError({"table.is_folder", {{"file", m_target.string()}}});
    // A file takes the name in the end: it must never take that of a device.
    if (std::filesystem::exists(m_target, code) &&
        !std::filesystem::is_regular_file(m_target, code))
        throw inputError({"table.is_no_file", {{"file", m_target.string()}}});
    if (!overwrite && std::filesystem::exists(m_target, code))
        throw inputError({"table.exists", {{"file", m_target.string()}}});
    m_temporary.replace_filename("." + m_target.stem().string() + "." + std::to_string(::getpid()) +
                                 ".part" + m_target.extension().string());
}

WholeFile::~WholeFile()
{
    std::error_code ignored; // there may be no such file, and nobody to tell
    std::filesystem::remove(m_temporary, ignored);
}

void WholeFile::keep()
{
    std::error_code code;
    std::filesystem::rename(m_temporary, m_target, code);
    if (code)
        throw inputError({"table.not_written", {{"file", m_target.string()}}});
}

} // namespace guatu::exchange
