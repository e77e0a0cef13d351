// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace guatu::exchange
{

/// A file that is written whole or not at all: the content goes to another name beside it, which
/// takes the wanted name at the end. Without keep() nothing stays behind.
class WholeFile
{
public:
    /// Throws Error(Input) when the folder does not exist, or the file does and may not be
    /// overwritten.
    WholeFile(std::filesystem::path target, bool overwrite);
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    /// Where to write.
    [[nodiscard]] const std::filesystem::path& path() const { return m_temporary; }

    /// Gives the file its name. Throws Error(Input) when that fails.
    void keep();

private:
    std::filesystem::path m_target, m_temporary;
};

} // namespace guatu::exchange
