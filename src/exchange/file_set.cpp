// SPDX-License-Identifier: MIT
#include "exchange/file_set.h"

#include "core/error.h"

#include <unistd.h>

#include <algorithm>

namespace guatu::exchange
{
namespace
{

namespace fs = std::filesystem;

/// Moves files one by one, and back again when one fails.
class Moves
{
public:
    bool move(const fs::path& from, const fs::path& to)
    {
        std::error_code code;
        fs::rename(from, to, code);
        if (!code)
            m_done.emplace_back(from, to);
        return !code;
    }
    void undo()
    {
        for (auto each = m_done.rbegin(); each != m_done.rend(); ++each) {
            std::error_code ignored; // what was moved once may be moved again
            fs::rename(each->second, each->first, ignored);
        }
    }

private:
    std::vector<std::pair<fs::path, fs::path>> m_done;
};

} // namespace

FileSet::FileSet(fs::path folder, bool overwrite)
    : m_folder(folder.empty() ? fs::path(".") : std::move(folder)), m_overwrite(overwrite)
{
    std::error_code code;
    if (!fs::is_directory(m_folder, code))
        throw inputError(
            {"table.no_folder", {{"file", m_folder.string()}, {"folder", m_folder.string()}}});
    std::string name = (m_folder / ".guatu-export-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw inputError({"table.not_written", {{"file", m_folder.string()}}});
    m_temporary = name;
}

FileSet::~FileSet()
{
    std::error_code ignored; // nobody to tell
    fs::remove_all(m_temporary, ignored);
}

void FileSet::requireFree(const fs::path& target) const
{
    std::error_code code;
    if (fs::is_directory(target, code))
        throw inputError({"table.is_folder", {{"file", target.string()}}});
    if (!m_overwrite && fs::exists(target, code))
        throw inputError({"table.exists", {{"file", target.string()}}});
}

fs::path FileSet::path(const std::string& name) const
{
    requireFree(m_folder / name);
    return m_temporary / name;
}

std::vector<fs::path> FileSet::keep()
{
    std::vector<fs::path> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_temporary))
        names.push_back(entry.path().filename());
    std::ranges::sort(names);
    for (const fs::path& name : names)
        requireFree(m_folder / name);
    const fs::path before = m_temporary / "before";
    fs::create_directory(before);
    Moves moves;
    std::vector<fs::path> kept;
    for (const fs::path& name : names) {
        const fs::path target = m_folder / name;
        const bool replaces = fs::exists(target);
        if ((replaces && !moves.move(target, before / name)) ||
            !moves.move(m_temporary / name, target)) {
            moves.undo();
            throw inputError({"table.not_written", {{"file", target.string()}}});
        }
        kept.push_back(target);
    }
    return kept;
}

} // namespace guatu::exchange
