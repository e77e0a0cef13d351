// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/import.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace guatu::test
{

/// A folder of the system's temporary directory that is gone with the object.
class TempFolder
{
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Writes a file and returns where it is.
    [[nodiscard]] std::filesystem::path write(const std::string& name,
                                              std::string_view bytes) const;
    /// The names of the files in it, sorted, with their contents.
    [[nodiscard]] std::map<std::string, std::string> contents() const;

private:
    std::filesystem::path m_path;
};

/// What readFile handed on, as text by field; numbers as they print, NULL left out. The position
/// of point records stands under "lon" and "lat".
struct Imported {
    std::vector<std::map<std::string, std::string>> records;
    exchange::ReadReport report;
    std::vector<GeometryColumn> geometry; ///< one per batch

    /// Issues of a severity.
    [[nodiscard]] std::vector<exchange::RowIssue>
    issues(exchange::RowIssue::Severity severity) const;
    [[nodiscard]] std::vector<exchange::RowIssue> rejected() const
    {
        return issues(exchange::RowIssue::Severity::Rejected);
    }
};

[[nodiscard]] Imported import(const std::filesystem::path& file,
                              const exchange::ImportOptions& options,
                              const std::vector<exchange::KnownUnit>& units = {});

/// Two counties with townships and villages; names that repeat where real ones do.
[[nodiscard]] std::vector<exchange::KnownUnit> knownUnits();

/// The id of the error that reading and previewing the file throws; both must agree. Empty when
/// there is none.
[[nodiscard]] std::string errorOf(const std::filesystem::path& file,
                                  const exchange::ImportOptions& options,
                                  const std::vector<exchange::KnownUnit>& units = {});

/// Text in GB18030, UTF-16 and so on, by a converter of the system and not of the program.
[[nodiscard]] std::string encoded(std::string_view utf8, const char* encoding);

} // namespace guatu::test
