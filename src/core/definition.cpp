// SPDX-License-Identifier: MIT
#include "core/definition.h"

#include "core/error.h"

#include <cstdlib>

namespace guatu
{
namespace
{

namespace fs = std::filesystem;

/// share/guatu of the installation the running program belongs to.
fs::path installed()
{
    std::error_code failure;
    const fs::path program = fs::read_symlink("/proc/self/exe", failure);
    return failure ? fs::path{} : program.parent_path().parent_path() / "share" / "guatu";
}

} // namespace

fs::path dataRoot()
{
    if (const char* named = std::getenv("GUATU_DATA"); named != nullptr && *named != '\0') {
        if (!fs::is_directory(fs::path(named) / "data"))
            throw inputError({"definition.no_data", {{"folder", named}}});
        return named;
    }
    const fs::path share = installed();
    return fs::is_directory(share / "data") ? share : fs::path(GUATU_SOURCE_TREE);
}

} // namespace guatu
