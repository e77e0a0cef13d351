// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::test
{

/// What a program printed and how it ended: its exit code, or 128 + the signal that killed it.
struct Outcome {
    int code = 0;
    std::string out, err;
};

/// Runs a program to its end, without a shell.
Outcome run(const std::vector<std::string>& words, const std::filesystem::path& folder = ".");

/// The same for the guatu command line.
Outcome runGuatu(std::vector<std::string> arguments, const std::filesystem::path& folder = ".");

/// Starts the guatu command line and sends it SIGINT once `sign` exists (a file of its own that
/// shows the work is under way), then waits for its end.
Outcome runGuatuInterrupted(std::vector<std::string> arguments, const std::filesystem::path& sign);

/// A new empty folder that goes with the object.
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const
    {
        return m_path / name;
    }

    /// Writes a file into the folder and gives its path.
    std::string write(const std::string& name, const std::string& content) const;

private:
    std::filesystem::path m_path;
};

[[nodiscard]] std::string readAll(const std::filesystem::path& file);

/// The sample workspace that the test run made once; see tests/CMakeLists.txt.
[[nodiscard]] std::string sampleWorkspace();

/// Imports a text as a table of a workspace, in CGCS2000. The table's file is gone behind it.
Outcome importTable(const TemporaryFolder& folder, const std::string& workspace,
                    const std::string& name, const std::string& text, const char* kind);

} // namespace guatu::test
