// SPDX-License-Identifier: MIT
#include "cli/output_folder.h"

#include "core/error.h"

namespace guatu::cli
{

void makeFolder(const std::filesystem::path& folder)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        throw inputError(
            {"cli.no_folder", {{"folder", folder.string()}, {"reason", failure.message()}}});
}

} // namespace guatu::cli
