// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guatu::exchange
{

/// Files of one folder that are written together or not at all: they are made in a folder of their
/// own beside their place and get there at the end. Without keep() nothing stays behind.
class FileSet
{
public:
    /// Throws Error(Input) when the folder does not exist or cannot be written to.
    FileSet(std::filesystem::path folder, bool overwrite);
    ~FileSet();
    FileSet(const FileSet&) = delete;
    FileSet& operator=(const FileSet&) = delete;

    /// Where to write what will be called `name`. Throws Error(Input) when there is such a file and
    /// it may not be overwritten.
    [[nodiscard]] std::filesystem::path path(const std::string& name) const;

    /// Gives all files that were made their place, those of no path() too, and says which they are,
    /// by name. Throws Error(Input) when one cannot be put there; then all is as it was.
    std::vector<std::filesystem::path> keep();

private:
    void requireFree(const std::filesystem::path& target) const;

    std::filesystem::path m_folder, m_temporary;
    bool m_overwrite;
};

} // namespace guatu::exchange
