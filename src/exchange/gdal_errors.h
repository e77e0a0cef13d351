// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace guatu::exchange
{

/// While it lives, GDAL's errors on this thread are kept here instead of being printed.
class GdalErrors
{
public:
    GdalErrors();
    ~GdalErrors();
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;

    [[nodiscard]] bool failed() const { return !m_failures.empty(); }
    [[nodiscard]] const std::vector<std::string>& failures() const { return m_failures; }
    void clear() { m_failures.clear(); }
    /// The first failure on one line, without the paths of temporary files.
    [[nodiscard]] std::string first() const;

    void add(bool failure, const char* text);

private:
    std::vector<std::string> m_failures;
};

/// Sets a GDAL option on this thread for as long as it lives.
class GdalOption
{
public:
    GdalOption(const char* name, const char* value);
    ~GdalOption();
    GdalOption(const GdalOption&) = delete;
    GdalOption& operator=(const GdalOption&) = delete;

private:
    const char* m_name;
    std::string m_before;
    bool m_wasSet = false;
};

} // namespace guatu::exchange
